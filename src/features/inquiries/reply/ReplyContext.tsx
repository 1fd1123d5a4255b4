import { useTranslation } from "react-i18next";
import { chooseLanguage } from "#domain/language.ts";
import type { ReplyKind } from "#domain/letter/replyDraft.ts";
import type { ThreadPlan } from "#features/inquiries/opened/planThread.ts";
import { LetterText } from "#features/inquiries/text/LetterText.tsx";
import { ProcedureQuote } from "#features/inquiries/text/ProcedureQuote.tsx";
import { createSay } from "#words/say.ts";

type ReplyContextProps = { readonly kind: ReplyKind; readonly plan: ThreadPlan };

/** What the procedure says of this kind of reply, and what it replies to, one tap away. */
export const ReplyContext = ({ kind, plan }: ReplyContextProps) => {
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
            say={createSay(t, language)}
          />
        </details>
      )}
    </>
  );
};
