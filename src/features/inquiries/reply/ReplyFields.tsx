import { useTranslation } from "react-i18next";
import type { Edition } from "#domain/directory/edition.ts";
import { sharingMarks } from "#domain/envelope/envelope.ts";
import { type ReplyField, replyFieldsOf } from "#domain/letter/parseReplyDraft.ts";
import { askedBackKinds, closingReasons } from "#domain/letter/replies.ts";
import type { ReplyDraft } from "#domain/letter/replyDraft.ts";
import type { ThreadSide } from "#domain/thread/thread.ts";
import { WrittenField } from "#features/inquiries/fields/WrittenField.tsx";
import { ChoiceField } from "#ui/fields/ChoiceField.tsx";
import { askedBackKeys, reasonKeys } from "#words/letterWords.ts";
import { markKeys } from "#words/messageKeys.ts";
import { EstimateFields } from "./EstimateFields.tsx";
import { ReplySenderFields } from "./ReplySenderFields.tsx";
import { replyKeys } from "./replyKeys.ts";

export type ReplyFieldsProps = {
  readonly draft: ReplyDraft;
  readonly side: ThreadSide;
  readonly edition: Edition | undefined;
  /** What is wrong with a field, once it is fair to say so. */
  readonly errorOf: (field: ReplyField) => string | undefined;
  readonly onChange: (part: Partial<ReplyDraft>) => void;
};

/** The fields of this kind of reply, in order. */
export const ReplyFields = (props: ReplyFieldsProps) => {
  const { draft, side, errorOf, onChange } = props;
  const { t } = useTranslation("inquiries");
  const fields: readonly ReplyField[] = replyFieldsOf[draft.kind];
  const texts = replyKeys[draft.kind];
  return (
    <>
      {fields.includes("reason") && (
        <ChoiceField
          id={replyFieldId("reason")}
          legend={t("replyForm.reason.label")}
          choices={closingReasons.map((value) => ({ value, label: t(reasonKeys[value]) }))}
          chosen={draft.reason ? [draft.reason] : []}
          error={errorOf("reason")}
          onChange={([reason]) => reason && onChange({ reason })}
        />
      )}
      {side === "asked" && fields.includes("estimateLocal") && <EstimateFields {...props} />}
      {fields.includes("askedBack") && (
        <ChoiceField
          id={replyFieldId("askedBack")}
          many
          legend={t("replyForm.askedBack.label")}
          hint={t("replyForm.askedBack.hint")}
          choices={askedBackKinds.map((value) => ({ value, label: t(askedBackKeys[value]) }))}
          chosen={draft.askedBack}
          error={errorOf("askedBack")}
          onChange={(askedBack) => onChange({ askedBack })}
        />
      )}
      <WrittenField
        id={replyFieldId("text")}
        label={t(texts.text)}
        hint={t(texts.textHint)}
        written={draft.text}
        error={errorOf("text")}
        onChange={(text) => onChange({ text })}
      />
      <ChoiceField
        id={replyFieldId("mark")}
        legend={t("incidentStep.mark.label")}
        hint={t("replyForm.mark.hint")}
        choices={sharingMarks.map((value) => ({ value, label: value, hint: t(markKeys[value]) }))}
        chosen={draft.mark ? [draft.mark] : []}
        error={errorOf("mark")}
        onChange={([mark]) => mark && onChange({ mark })}
      />
      <ReplySenderFields {...props} />
    </>
  );
};

/** The one id of a field on the page, so that what is missing can lead to it. */
export const replyFieldId = (field: ReplyField): string => `reply-${field}`;
