import { useTranslation } from "react-i18next";
import type { DeskAddress } from "#domain/desk.ts";
import type { StateEntry } from "#domain/directory/edition.ts";
import type { Instant } from "#domain/instant.ts";
import type { ThreadPlan } from "#features/inquiries/opened/planThread.ts";
import { SendingDetail } from "#features/inquiries/sending/SendingDetail.tsx";
import { StatusWord } from "#features/inquiries/sending/StatusWord.tsx";
import { TurnWord } from "#features/inquiries/sending/TurnWord.tsx";
import { EstimateNotice } from "./EstimateNotice.tsx";
import { NoSignNotice } from "./NoSignNotice.tsx";
import { ReceiptNumber } from "./ReceiptNumber.tsx";
import { SentNotes } from "./SentNotes.tsx";
import { StepTimes } from "./StepTimes.tsx";

type StandingSectionProps = {
  readonly plan: ThreadPlan;
  readonly entry: StateEntry | undefined;
  readonly other: DeskAddress | undefined;
  readonly now: Instant;
};

/** Where a thread stands, by whose word, whose turn it is, and what is late. */
export const StandingSection = ({ plan, entry, other, now }: StandingSectionProps) => {
  const { t } = useTranslation("inquiries");
  const { status, sending } = plan;
  const { state, side } = status;
  const receipt = status.inquiry?.kept.receipt;
  const isOnlyHeld = side === "asker" && state.type === "held";
  return (
    <section>
      <h2>{t("record.status.title")}</h2>
      <p role="status" className="record-status row-words">
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
      <EstimateNotice plan={plan} now={now} />
      {plan.hasNoSign && other && <NoSignNotice {...{ plan, entry, other, now }} />}
      <StepTimes steps={status.steps} />
      <SentNotes sent={plan.sent} />
    </section>
  );
};
