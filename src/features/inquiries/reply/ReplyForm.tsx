import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { chooseLanguage } from "#domain/language.ts";
import {
  listMissingReplyParts,
  type ReplyKind,
  type ReplyRecord,
} from "#domain/letter/replyDraft.ts";
import { SaveFailure, SaveStatus } from "#features/inquiries/autosave/SaveStatus.tsx";
import { useReplyDraft } from "#features/inquiries/autosave/useAutosave.ts";
import type { ReadyDesks } from "#features/inquiries/desks/useDesks.ts";
import { useErrorOf } from "#features/inquiries/fields/MissingList.tsx";
import { threadHref } from "#features/inquiries/inquiryRoute.ts";
import type { ThreadPlan } from "#features/inquiries/opened/planThread.ts";
import { LetterText } from "#features/inquiries/text/LetterText.tsx";
import { ProcedureQuote } from "#features/inquiries/text/MeaningQuotes.tsx";
import type { Kept } from "#sealing/records/privateRecords.ts";
import { CopyButton } from "#ui/controls/CopyButton.tsx";
import { PageHeading } from "#ui/signs/PageHeading.tsx";
import { createSay } from "#words/say.ts";
import { ReplyFields } from "./ReplyFields.tsx";
import { ReplyReview } from "./ReplyReview.tsx";
import { ReplySend } from "./ReplySend.tsx";

type ReplyFormProps = {
  readonly live: Kept<ReplyRecord>;
  readonly isGone: boolean;
  readonly kind: ReplyKind;
  readonly plan: ThreadPlan;
  readonly desks: ReadyDesks;
};

/**
 * Writes a reply on one screen: everything is saved as typed, and missing parts show at their
 * fields.
 */
export const ReplyForm = ({ live, isGone, kind, plan, desks }: ReplyFormProps) => {
  const { t } = useTranslation(["inquiries", "app"]);
  const editor = useReplyDraft(live);
  const [showsMissing, setShowsMissing] = useState(false);
  const [isSent, setIsSent] = useState(false);
  const { draft } = editor.record;
  useEffect(() => {
    if (editor.newest().draft.kind !== kind) editor.changeDraft({ kind });
    // Only the address sets the kind of reply; a record from another window does not.
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- for that reason
  }, [kind]);
  const missing = listMissingReplyParts(draft);
  const errorOf = useErrorOf(missing, showsMissing);
  return (
    <div>
      <PageHeading
        title={t(`replies.${draft.kind}.title`)}
        back={{ href: threadHref(plan.record), label: t("engage.back.action") }}
      />
      <SaveStatus saveState={editor.saveState} />
      <SaveFailure
        saveState={editor.saveState}
        isGone={isGone && !isSent}
        onSaveAgain={editor.saveAgain}
      >
        <CopyButton
          text={draft.text.text}
          label={t("saving.copy.action")}
          copied={t("app:copy.done.message")}
          failed={t("copy.failed.message")}
        />
      </SaveFailure>
      <ReplyContext kind={draft.kind} plan={plan} />
      <ReplyFields
        draft={draft}
        side={plan.status.side ?? "asked"}
        edition={desks.edition}
        errorOf={errorOf}
        onChange={editor.changeDraft}
      />
      <ReplyReview record={editor.record} plan={plan} desks={desks} />
      <ReplySend
        editor={editor}
        plan={plan}
        desks={desks}
        missing={missing}
        onMissing={() => setShowsMissing(true)}
        onSent={() => setIsSent(true)}
      />
    </div>
  );
};

type ReplyContextProps = { readonly kind: ReplyKind; readonly plan: ThreadPlan };

/** Quotes the procedure on this kind of reply, and shows the letter it replies to, one tap away. */
const ReplyContext = ({ kind, plan }: ReplyContextProps) => {
  const { t, i18n } = useTranslation("inquiries");
  const language = chooseLanguage([i18n.language]);
  const { inquiry, side } = plan.status;
  return (
    <>
      {side === "asked" && kind === "answer" && (
        <ProcedureQuote text={t("replies.option1.message")} />
      )}
      {kind === "acknowledgement" && <ProcedureQuote text={t("replies.option2.message")} />}
      {inquiry && (
        <details>
          <summary>{t("replyForm.inquiry.title")}</summary>
          <LetterText
            letter={inquiry.kept.letter}
            language={language}
            say={createSay(i18n, language)}
          />
        </details>
      )}
    </>
  );
};
