import { useTranslation } from "react-i18next";
import type { Edition } from "#domain/directory/edition.ts";
import { askedBackKinds, closingReasons } from "#domain/letter/replies.ts";
import {
  type ReplyDraft,
  type ReplyField,
  type ReplyKind,
  replyFieldsOf,
} from "#domain/letter/replyDraft.ts";
import type { ThreadSide } from "#domain/thread/thread.ts";
import { MarkField } from "#features/inquiries/fields/MarkField.tsx";
import { ReachedFields, SenderFields } from "#features/inquiries/fields/SenderFields.tsx";
import { WrittenField } from "#features/inquiries/fields/WrittenField.tsx";
import { ZoneField } from "#features/inquiries/fields/ZoneField.tsx";
import { deviceZone } from "#i18n/format.ts";
import { ChoiceField } from "#ui/fields/ChoiceField.tsx";
import { TextField } from "#ui/fields/TextField.tsx";

type ReplyFieldsProps = {
  readonly draft: ReplyDraft;
  readonly side: ThreadSide;
  readonly edition: Edition | undefined;
  /** Returns the error of a field, but only once the writer has tried to send. */
  readonly errorOf: (field: ReplyField) => string | undefined;
  readonly onChange: (part: Partial<ReplyDraft>) => void;
};

/** The fields of this kind of reply, in order. */
export const ReplyFields = (props: ReplyFieldsProps) => {
  const { draft, side, errorOf, onChange } = props;
  const { t } = useTranslation(["inquiries", "sentences"]);
  const fields = replyFieldsOf(draft.kind);
  const own = ownWords[draft.kind];
  return (
    <>
      {fields.includes("reason") && <ReasonField {...props} />}
      {side === "asked" && fields.includes("estimateLocal") && <EstimateFields {...props} />}
      {fields.includes("askedBack") && (
        <ChoiceField
          id={replyFieldId("askedBack")}
          many
          legend={t("replyForm.askedBack.label")}
          hint={t("replyForm.askedBack.hint")}
          choices={askedBackKinds.map((value) => ({
            value,
            label: t(`sentences:askedBack.${value}.label`),
          }))}
          chosen={draft.askedBack}
          error={errorOf("askedBack")}
          onChange={(askedBack) => onChange({ askedBack })}
        />
      )}
      <WrittenField
        id={replyFieldId("text")}
        label={t(`replyForm.${own}.label`)}
        hint={t(`replyForm.${own}.hint`)}
        written={draft.text}
        error={errorOf("text")}
        onChange={(text) => onChange({ text })}
      />
      <MarkField
        id={replyFieldId("mark")}
        hint={t("replyForm.mark.hint")}
        mark={draft.mark}
        error={errorOf("mark")}
        onChange={(mark) => onChange({ mark })}
      />
      <SenderFields {...props} idOf={replyFieldId} />
      {fields.includes("replyEmail") && (
        <>
          <h2>{t("requestStep.reply.title")}</h2>
          <ReachedFields
            {...props}
            idOf={replyFieldId}
            emailLabel={t("sentences:text.email.label")}
            phoneLabel={t("sentences:text.phone.label")}
          />
        </>
      )}
    </>
  );
};

const ReasonField = ({ draft, errorOf, onChange }: ReplyFieldsProps) => {
  const { t } = useTranslation(["inquiries", "sentences"]);
  return (
    <ChoiceField
      id={replyFieldId("reason")}
      legend={t("replyForm.reason.label")}
      choices={closingReasons.map((value) => ({
        value,
        label: t(`sentences:reason.${value}.label`),
      }))}
      chosen={draft.reason ? [draft.reason] : []}
      error={errorOf("reason")}
      onChange={([reason]) => reason && onChange({ reason })}
    />
  );
};

/**
 * The role of the writer's own text: the whole reply, or a remark on what its kind already says.
 */
const ownWords = {
  acknowledgement: "remark",
  update: "update",
  answer: "answer",
  closing: "remark",
} as const satisfies Record<ReplyKind, string>;

/**
 * Returns the unique id of a field on the page, so that the list of missing parts can lead to it.
 */
export const replyFieldId = (field: ReplyField): string => `reply-${field}`;

/** By when an answer is expected, in a chosen time zone. */
const EstimateFields = ({ draft, edition, errorOf, onChange }: ReplyFieldsProps) => {
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
