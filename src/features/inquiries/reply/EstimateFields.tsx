import { useTranslation } from "react-i18next";
import { ZoneField } from "#features/inquiries/fields/ZoneField.tsx";
import { deviceZone } from "#i18n/format.ts";
import { TextField } from "#ui/fields/TextField.tsx";
import { type ReplyFieldsProps, replyFieldId } from "./ReplyFields.tsx";

/** By when an answer is meant to come, on the clock of a zone. */
export const EstimateFields = ({ draft, edition, errorOf, onChange }: ReplyFieldsProps) => {
  const { t } = useTranslation("inquiries");
  return (
    <>
      <TextField
        id={replyFieldId("estimateLocal")}
        type="datetime-local"
        label={t(
          draft.kind === "update" ? "replyForm.newEstimate.label" : "replyForm.estimate.label",
        )}
        hint={t("replyForm.estimate.hint")}
        value={draft.estimateLocal}
        error={errorOf("estimateLocal")}
        onChange={(estimateLocal) => onChange({ estimateLocal })}
      />
      <ZoneField
        id={replyFieldId("estimateZone")}
        edition={edition}
        own={deviceZone()}
        value={draft.estimateZone}
        error={errorOf("estimateZone")}
        onChange={(estimateZone) => onChange({ estimateZone })}
      />
    </>
  );
};
