import { useTranslation } from "react-i18next";
import { ZoneField } from "#features/inquiries/fields/ZoneField.tsx";
import { deviceZone } from "#i18n/format.ts";
import { TextField } from "#ui/fields/TextField.tsx";
import { fieldId, type StepProps } from "./stepProps.ts";

/** When it was observed, on the clock of a zone. */
export const ObservedFields = ({ draft, edition, onChange, errorOf }: StepProps) => {
  const { t } = useTranslation("inquiries");
  return (
    <section className="observed-fields">
      <h3>{t("incidentStep.when.title")}</h3>
      <TextField
        id={fieldId("observedFrom")}
        type="datetime-local"
        label={t("incidentStep.from.label")}
        value={draft.observedFrom}
        error={errorOf("observedFrom")}
        onChange={(observedFrom) => onChange({ observedFrom })}
      />
      <TextField
        id={fieldId("observedUntil")}
        type="datetime-local"
        label={t("incidentStep.until.label")}
        value={draft.observedUntil}
        error={errorOf("observedUntil")}
        onChange={(observedUntil) => onChange({ observedUntil })}
      />
      <ZoneField
        id={fieldId("observedZone")}
        edition={edition}
        own={deviceZone()}
        value={draft.observedZone}
        error={errorOf("observedZone")}
        onChange={(observedZone) => onChange({ observedZone })}
      />
    </section>
  );
};
