import { useTranslation } from "react-i18next";
import type { EnvelopeId } from "#domain/envelope/envelope.ts";
import { envelopeToSending } from "#domain/envelope/sending.ts";
import type { Language } from "#domain/language.ts";
import type { CorrespondenceLetter } from "#domain/thread/correspondence.ts";
import type { Say } from "#domain/wording/sentence.ts";
import type { ThreadPlan } from "#features/inquiries/opened/planThread.ts";
import { whileClosedHere } from "#features/inquiries/opened/useThread.ts";
import { SendingDetail } from "#features/inquiries/sending/SendingDetail.tsx";
import { SendingWord } from "#features/inquiries/sending/StatusWord.tsx";
import { TakeBackAction } from "#features/inquiries/sending/TakeBackAction.tsx";
import { LanguageChoice } from "#features/inquiries/text/InquiryTextView.tsx";
import { LetterText } from "#features/inquiries/text/LetterText.tsx";
import { formatInstant } from "#i18n/format.ts";
import { Callout } from "#ui/signs/Callout.tsx";
import { Sign } from "#ui/signs/Sign.tsx";
import { sayDesk } from "#words/sayDesk.ts";
import { SayProblem, useSay } from "#words/useSay.tsx";
import "./Correspondence.css";

type CorrespondenceProps = {
  readonly plan: ThreadPlan;
  /** The letters that nobody of the desk had read before. */
  readonly fresh: ReadonlySet<EnvelopeId>;
  readonly theirs: Language;
  readonly own: Language;
  readonly language: Language;
  readonly onLanguageChange: (language: Language) => void;
};

/** Lists the letters in the feed's order, with fixed sentences in the reader's language. */
export const Correspondence = (props: CorrespondenceProps) => {
  const { plan, fresh, theirs, own, language, onLanguageChange } = props;
  const { t } = useTranslation("inquiries");
  const say = useSay(language);
  return (
    <section>
      <h2>{t("correspondence.list.title")}</h2>
      <LanguageChoice theirs={theirs} own={own} chosen={language} onChange={onLanguageChange} />
      {plan.status.isConcurrent && (
        <Callout tone="plain" title={t("correspondence.concurrent.title")}>
          <p>{t("correspondence.concurrent.message")}</p>
        </Callout>
      )}
      {say.type === "ready" ? (
        <ol className="correspondence">
          {plan.letters.map((letter) => (
            <li key={letter.kept.letter.id}>
              <LetterView
                plan={plan}
                letter={letter}
                isFresh={fresh.has(letter.kept.letter.id)}
                language={language}
                say={say.say}
              />
            </li>
          ))}
        </ol>
      ) : (
        <SayProblem say={say} />
      )}
    </section>
  );
};

/**
 * The kind of letter, its author, and since when the endpoint holds it, by the endpoint's clock.
 */
const LetterHead = ({ letter }: { readonly letter: CorrespondenceLetter }) => {
  const { t, i18n } = useTranslation(["inquiries", "sentences"]);
  const { kept, isOwn, delivered } = letter;
  const { kind, from, content, writtenAt } = kept.letter;
  const sender = "sender" in content ? content.sender : undefined;
  const format = (at: string): string => formatInstant(at, i18n.language);
  const { receipt } = kept;
  return (
    <header className="letter-head">
      <h3>{t(`sentences:letter.${kind}.title`)}</h3>
      {sender && (
        <p>
          <strong>{sender.name}</strong>, {sender.affiliation}
        </p>
      )}
      <p className="quiet">{sayDesk(i18n, from)}</p>
      <p className="quiet">
        {receipt ? (
          <time dateTime={receipt.heldAt}>
            {t("print.held.label", { when: format(receipt.heldAt), number: receipt.number })}
          </time>
        ) : (
          <time dateTime={writtenAt}>
            {t("letter.writtenAt.label", { when: format(writtenAt) })}
          </time>
        )}
      </p>
      {isOwn && delivered && (
        <p className="quiet">{t("letter.delivered.label", { when: format(delivered.at) })}</p>
      )}
      {isOwn && kept.queuedAt === null && <p className="quiet">{t("letter.byColleague.label")}</p>}
    </header>
  );
};

type LetterViewProps = {
  readonly plan: ThreadPlan;
  readonly letter: CorrespondenceLetter;
  readonly isFresh: boolean;
  readonly language: Language;
  readonly say: Say;
};

/** One letter: its author, time, sending status and content. */
const LetterView = ({ plan, letter, isFresh, language, say }: LetterViewProps) => {
  const { t } = useTranslation("inquiries");
  const { kept, isOwn } = letter;
  const isUnseen =
    plan.status.state.type === "closed" &&
    plan.status.state.unseenByCloser.some(({ envelope }) => envelope === kept.letter.id);
  return (
    <article className={isOwn ? "letter letter-own" : "letter"}>
      <LetterHead letter={letter} />
      <p className="status-words">
        {isFresh && <Sign shape="dot">{t("list.unread.label")}</Sign>}
        {letter.withdrawnBy && <Sign shape="cross">{t("status.withdrawn.label")}</Sign>}
        {letter.isSaidAgain && <Sign shape="half">{t("letter.saidAgain.label")}</Sign>}
        {isUnseen && (
          <Sign shape="clock" tone="caution">
            {t("letter.unseen.label")}
          </Sign>
        )}
        {letter.isOutOfPlace && (
          <Sign shape="cross" tone="caution">
            {t("letter.outOfPlace.label")}
          </Sign>
        )}
      </p>
      {isOwn && kept.receipt === null && kept.letter.kind !== "inquiry" && (
        <LetterSending plan={plan} letter={letter} />
      )}
      <LetterText letter={kept.letter} language={language} say={say} />
    </article>
  );
};

/** The sending status of an own letter without a receipt. The inquiry's is part of the thread's. */
const LetterSending = ({ plan, letter }: Pick<LetterViewProps, "plan" | "letter">) => {
  const { id } = letter.kept.letter;
  const { outbox, receipts } = plan.sources;
  const sending = envelopeToSending(id, outbox, receipts, whileClosedHere());
  // What needs attention has its own callout, with all that can be done.
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
