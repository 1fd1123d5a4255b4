import { useTranslation } from "react-i18next";
import type { SeverityDraft } from "#domain/inquiry/inquiryDraft.ts";
import { type SeverityScale, severityScales } from "#domain/inquiry/severityScale.ts";
import { SelectField } from "#ui/fields/SelectField.tsx";
import { TextField } from "#ui/fields/TextField.tsx";
import type { InquiriesT } from "#words/say.ts";
import { fieldId, type StepProps } from "./stepProps.ts";

/** A level on a named scale, or none; the scale's name and its direction are always in sight. */
export const SeverityFields = ({ draft, onChange, errorOf }: StepProps) => {
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
