import { useTranslation } from "react-i18next";
import { incidentKinds } from "#domain/inquiry/inquiry.ts";
import {
  type SeverityDraft,
  type SeverityScale,
  severityScales,
} from "#domain/inquiry/severityScale.ts";
import { MarkField } from "#features/inquiries/fields/MarkField.tsx";
import { WrittenField } from "#features/inquiries/fields/WrittenField.tsx";
import { ZoneField } from "#features/inquiries/fields/ZoneField.tsx";
import type { InquiriesT } from "#features/inquiries/inquiriesT.ts";
import { deviceZone } from "#i18n/format.ts";
import { ChoiceField } from "#ui/fields/ChoiceField.tsx";
import { SelectField } from "#ui/fields/SelectField.tsx";
import { TextField } from "#ui/fields/TextField.tsx";
import { fieldId, type StepProps } from "./stepProps.ts";

/** Step 4: "describe the nature of the incident". */
export const IncidentStep = (props: StepProps) => {
  const { draft, onChange, errorOf } = props;
  const { t } = useTranslation(["inquiries", "sentences"]);
  return (
    <>
      <ChoiceField
        id={fieldId("kind")}
        legend={t("incidentStep.kind.label")}
        hint={t("incidentStep.kind.hint")}
        choices={incidentKinds.map((value) => ({
          value,
          label: t(`sentences:kind.${value}.label`),
          hint: t(`sentences:kind.${value}.hint`),
        }))}
        chosen={draft.kind ? [draft.kind] : []}
        error={errorOf("kind")}
        onChange={([kind]) => kind && onChange({ kind })}
      />
      <ObservedFields {...props} />
      <WrittenField
        id={fieldId("nature")}
        label={t("incidentStep.nature.label")}
        hint={t("incidentStep.nature.hint")}
        written={draft.nature}
        error={errorOf("nature")}
        onChange={(nature) => onChange({ nature })}
      />
      <MarkField
        id={fieldId("mark")}
        hint={t("incidentStep.mark.hint")}
        mark={draft.mark}
        error={errorOf("mark")}
        onChange={(mark) => onChange({ mark })}
      />
      <SeverityFields {...props} />
    </>
  );
};

/** When the incident was observed, in a chosen time zone. */
const ObservedFields = ({ draft, edition, onChange, errorOf }: StepProps) => {
  const { t } = useTranslation("inquiries");
  return (
    <section>
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

/** Chooses a level on a named scale, or none; the scale's name and direction are always visible. */
const SeverityFields = ({ draft, onChange, errorOf }: StepProps) => {
  const { t } = useTranslation("inquiries");
  const { severity } = draft;
  const scale = severityScales.find(({ id }) => severity.type === "known" && id === severity.scale);
  return (
    <>
      <SelectField
        label={t("incidentStep.severity.label")}
        hint={t("incidentStep.severity.hint")}
        value={severity.type === "known" ? severity.scale : severity.type}
        options={[
          { value: "none", label: t("incidentStep.noSeverity.label") },
          ...severityScales.map(({ id, name }) => ({ value: id, label: name })),
          { value: "named", label: t("incidentStep.ownScale.label") },
        ]}
        onChange={(chosen) => onChange({ severity: beginSeverity(chosen) })}
      />
      {severity.type === "known" && scale && (
        <SelectField
          id={fieldId("severityLevel")}
          label={t("incidentStep.level.label")}
          placeholder={t("incidentStep.level.placeholder")}
          value={severity.level}
          options={scale.levels.map((level) => ({
            value: String(level),
            label: sayLevel(t, scale, level),
          }))}
          error={errorOf("severityLevel")}
          onChange={(level) => onChange({ severity: { ...severity, level } })}
        />
      )}
      {severity.type === "named" && (
        <OwnScale
          severity={severity}
          errorOf={errorOf}
          onChange={(own) => onChange({ severity: own })}
        />
      )}
    </>
  );
};

type OwnScaleProps = {
  readonly severity: Extract<SeverityDraft, { type: "named" }>;
  readonly errorOf: StepProps["errorOf"];
  readonly onChange: (severity: SeverityDraft) => void;
};

const OwnScale = ({ severity, errorOf, onChange }: OwnScaleProps) => {
  const { t } = useTranslation("inquiries");
  return (
    <>
      <TextField
        id={fieldId("severityScale")}
        label={t("incidentStep.scaleName.label")}
        value={severity.scale}
        error={errorOf("severityScale")}
        onChange={(scale) => onChange({ ...severity, scale })}
      />
      <TextField
        id={fieldId("severityLevel")}
        label={t("incidentStep.level.label")}
        value={severity.level}
        error={errorOf("severityLevel")}
        onChange={(level) => onChange({ ...severity, level })}
      />
      <TextField
        id={fieldId("severityWorst")}
        label={t("incidentStep.scaleWorst.label")}
        value={severity.worst}
        error={errorOf("severityWorst")}
        onChange={(worst) => onChange({ ...severity, worst })}
      />
    </>
  );
};

const beginSeverity = (chosen: string): SeverityDraft => {
  if (chosen === "none") return { type: "none" };
  if (chosen === "named") return { type: "named", scale: "", level: "", worst: "" };
  return { type: "known", scale: chosen, level: "" };
};

const sayLevel = (t: InquiriesT, scale: SeverityScale, level: number): string => {
  if (level === scale.worst) return t("incidentStep.levelWorst.label", { level });
  if (level === scale.mildest) return t("incidentStep.levelMildest.label", { level });
  return String(level);
};
