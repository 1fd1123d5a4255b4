import { useTranslation } from "react-i18next";
import { deviceZone } from "#i18n/format.ts";
import { SelectField } from "#ui/SelectField.tsx";
import { TextField } from "#ui/TextField.tsx";
import { listZones } from "./listZones.ts";
import { fieldId, type StepProps } from "./stepProps.ts";

/** When it was observed, on the clock of a zone. */
export const ObservedFields = ({ draft, edition, onChange, errorOf }: StepProps) => {
  const { t } = useTranslation("inquiries");
  const own = deviceZone();
  const zones = listZones(own, edition, draft.observedZone);
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
      <SelectField
        id={fieldId("observedZone")}
        label={t("incidentStep.zone.label")}
        value={draft.observedZone}
        options={zones.map((zone) => ({
          value: zone,
          label:
            zone === own
              ? t("incidentStep.deviceZone.label", { zone: toWords(zone) })
              : toWords(zone),
        }))}
        error={errorOf("observedZone")}
        onChange={(observedZone) => onChange({ observedZone })}
      />
    </section>
  );
};

const toWords = (zone: string): string => zone.replaceAll("_", " ");
