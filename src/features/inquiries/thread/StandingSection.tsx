import { useTranslation } from "react-i18next";
import type { DeskAddress } from "#domain/desk.ts";
import type { StateEntry } from "#domain/directory/edition.ts";
import type { Receipt } from "#domain/envelope/receipt.ts";
import type { Instant } from "#domain/instant.ts";
import type { LetterMention, Stage } from "#domain/thread/thread.ts";
import type { ThreadPlan } from "#features/inquiries/opened/planThread.ts";
import { SendingDetail } from "#features/inquiries/sending/SendingDetail.tsx";
import { StatusWord, TurnWord } from "#features/inquiries/sending/StatusWord.tsx";
import { formatInstant } from "#i18n/format.ts";
import type { SentRow } from "#storage/database.ts";
import { CopyButton } from "#ui/controls/CopyButton.tsx";
import { Callout } from "#ui/signs/Callout.tsx";
import { NoSignCallout } from "./NoSignCallout.tsx";
import "./StandingSection.css";

type StandingSectionProps = {
  readonly plan: ThreadPlan;
  readonly entry: StateEntry | undefined;
  readonly other: DeskAddress | undefined;
  readonly now: Instant;
};

/** The status of a thread and who reported it, whose turn it is, and what is late. */
export const StandingSection = ({ plan, entry, other, now }: StandingSectionProps) => {
  const { t } = useTranslation("inquiries");
  const { status, sending } = plan;
  const { state, side } = status;
  const receipt = status.inquiry?.kept.receipt;
  const isOnlyHeld = side === "asker" && state.type === "held";
  return (
    <section>
      <h2>{t("record.status.title")}</h2>
      <p role="status" className="standing-status status-words">
        <StatusWord state={state.type} side={side} sending={sending} />
        <TurnWord turn={plan.turn} state={state.type} />
      </p>
      {receipt && (
        <ReceiptNumber
          receipt={receipt}
          hint={t(isOnlyHeld ? "record.receipt.hint" : "record.quote.hint")}
        />
      )}
      {state.type === "queued" && sending && <SendingDetail sending={sending} />}
      {state.type === "withdrawn" && side === "asker" && <p>{t("sending.withdrawn.message")}</p>}
      <EstimateCallout plan={plan} now={now} />
      {plan.hasNoSign && other && <NoSignCallout {...{ plan, entry, other, now }} />}
      <StageTimes stages={status.stages} />
      <SentRemarks sent={plan.sent} />
    </section>
  );
};

type EstimateCalloutProps = { readonly plan: ThreadPlan; readonly now: Instant };

/** By when an answer is expected; once that has passed, both sides see it, without blame. */
const EstimateCallout = ({ plan, now }: EstimateCalloutProps) => {
  const { t, i18n } = useTranslation("inquiries");
  const { side, estimate, state } = plan.status;
  const isOver = state.type === "closed" || state.type === "withdrawn";
  if (!estimate || estimate.isAnswered || isOver) return null;
  const by = formatInstant(estimate.by, i18n.language);
  const sender = estimate.source.sender?.name ?? "";
  const isLate = plan.isOverdue && estimate.by < now;
  return (
    <Callout
      tone={isLate ? "caution" : "plain"}
      title={t(isLate ? "estimate.late.title" : "estimate.given.title", { by })}
    >
      <p>{t("estimate.source.message", { sender })}</p>
      {estimate.isConcurrent && <p>{t("estimate.concurrent.message")}</p>}
      {isLate && (
        <p>{t(side === "asked" ? "estimate.lateAsked.message" : "estimate.lateAsker.message")}</p>
      )}
    </Callout>
  );
};

type ReceiptNumberProps = {
  readonly receipt: Receipt;
  /** Explains what the number does and does not prove. */
  readonly hint: string;
};

/** Shows the number that both sides can quote, in large type. */
const ReceiptNumber = ({ receipt, hint }: ReceiptNumberProps) => {
  const { t } = useTranslation(["inquiries", "app"]);
  return (
    <div className="receipt">
      <p className="quiet">{t("record.receipt.label")}</p>
      <p className="receipt-number">{receipt.number}</p>
      <CopyButton
        text={receipt.number}
        label={t("record.receipt.action")}
        copied={t("app:copy.done.message")}
        failed={t("copy.failed.message")}
      />
      <p>{hint}</p>
    </div>
  );
};

/** Changes between writing and sending that did not stop it (S11). */
const SentRemarks = ({ sent }: { readonly sent: readonly SentRow[] }) => {
  const { t } = useTranslation("inquiries");
  const notes = [...new Set(sent.flatMap((row) => row.notes))];
  return notes.map((note) => (
    <p key={note} className="quiet">
      {t(`sending.${note}.message`)}
    </p>
  ));
};

/** Lists every stage, with its time and who reported it. */
const StageTimes = ({ stages }: { readonly stages: readonly Stage[] }) => {
  const { t, i18n } = useTranslation("inquiries");
  return (
    <ol className="stage-list" aria-label={t("record.timeline.title")}>
      {stages.map((stage) => (
        <li key={stage.type}>
          <time dateTime={stage.at}>{formatInstant(stage.at, i18n.language)}</time>
          <span>
            <StageText stage={stage} />
          </span>
        </li>
      ))}
    </ol>
  );
};

const StageText = ({ stage }: { readonly stage: Stage }): string => {
  const { t } = useTranslation(["inquiries", "sentences"]);
  const { type, source } = stage;
  switch (type) {
    case "queued":
      return t("timeline.queued.message");
    case "held":
      return t("timeline.held.message", {
        number: source.type === "receipt" ? source.receipt.number : "",
      });
    case "delivered":
      return t("timeline.delivered.message");
    case "acknowledged":
      return t("timeline.acknowledged.message", toSource(source));
    case "answered":
      return t("timeline.answered.message", toSource(source));
    case "closed":
      return t("timeline.closed.message", {
        ...toSource(source),
        reason: t(`sentences:reason.${stage.reason}.label`),
      });
    case "withdrawn": {
      const { number } = toSource(source);
      return number
        ? t("timeline.withdrawalHeld.message", { number })
        : t("timeline.withdrawn.message");
    }
  }
};

/** Returns the desk that wrote the letter, and the endpoint's number for it. */
const toSource = (
  source: Stage["source"],
): { readonly sender: string; readonly number: string } => {
  const letter: LetterMention | undefined = source.type === "letter" ? source : undefined;
  return { sender: letter?.sender?.name ?? "", number: letter?.receipt?.number ?? "" };
};
