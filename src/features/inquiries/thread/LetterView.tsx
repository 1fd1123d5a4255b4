import { useTranslation } from "react-i18next";
import { envelopeToSending } from "#domain/envelope/sending.ts";
import type { Language } from "#domain/language.ts";
import type { CorrespondenceLetter } from "#domain/thread/correspondence.ts";
import type { Say } from "#domain/wording/sentence.ts";
import type { ThreadPlan } from "#features/inquiries/opened/planThread.ts";
import { whileClosedHere } from "#features/inquiries/opened/whileClosedHere.ts";
import { SendingDetail } from "#features/inquiries/sending/SendingDetail.tsx";
import { SendingWord } from "#features/inquiries/sending/StatusWord.tsx";
import { TakeBackAction } from "#features/inquiries/sending/TakeBackAction.tsx";
import { LetterText } from "#features/inquiries/text/LetterText.tsx";
import { StateWord } from "#ui/signs/StateWord.tsx";
import { LetterHead } from "./LetterHead.tsx";

type LetterViewProps = {
  readonly plan: ThreadPlan;
  readonly letter: CorrespondenceLetter;
  readonly isFresh: boolean;
  readonly language: Language;
  readonly say: Say;
};

/** One letter: who, when, how far it has gone, and what it says. */
export const LetterView = ({ plan, letter, isFresh, language, say }: LetterViewProps) => {
  const { t } = useTranslation("inquiries");
  const { kept, isOwn } = letter;
  const isUnseen =
    plan.status.state.type === "closed" &&
    plan.status.state.unseenByCloser.some(({ envelope }) => envelope === kept.letter.id);
  return (
    <article className={isOwn ? "letter letter-own" : "letter"}>
      <LetterHead letter={letter} />
      <p className="row-words">
        {isFresh && <StateWord shape="dot">{t("list.unread.label")}</StateWord>}
        {letter.withdrawnBy && <StateWord shape="cross">{t("status.withdrawn.label")}</StateWord>}
        {letter.isSaidAgain && <StateWord shape="half">{t("letter.saidAgain.label")}</StateWord>}
        {isUnseen && (
          <StateWord shape="clock" tone="caution">
            {t("letter.unseen.label")}
          </StateWord>
        )}
        {letter.isOutOfPlace && (
          <StateWord shape="cross" tone="caution">
            {t("letter.outOfPlace.label")}
          </StateWord>
        )}
      </p>
      {isOwn && kept.receipt === null && kept.letter.kind !== "inquiry" && (
        <LetterSending plan={plan} letter={letter} />
      )}
      <LetterText letter={kept.letter} language={language} say={say} />
    </article>
  );
};

/** An own letter that the endpoint is not known to hold. The inquiry's is told where it stands. */
const LetterSending = ({ plan, letter }: Pick<LetterViewProps, "plan" | "letter">) => {
  const { id } = letter.kept.letter;
  const { outbox, receipts } = plan.sources;
  const sending = envelopeToSending(id, outbox, receipts, whileClosedHere());
  // What needs attention has its own notice, with all that can be done.
  const isTold = sending.type === "needsAttention" || sending.type === "lost";
  if (sending.type === "held") return null;
  return (
    <>
      <p>
        <SendingWord sending={sending} />
      </p>
      <SendingDetail sending={sending} />
      {!isTold && (
        <div className="button-row">
          <TakeBackAction plan={plan} envelope={id} />
        </div>
      )}
    </>
  );
};
