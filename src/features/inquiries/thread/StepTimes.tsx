import { useTranslation } from "react-i18next";
import type { LetterMention, ReachedState } from "#domain/thread/thread.ts";
import { formatInstant } from "#i18n/format.ts";
import { reasonKeys } from "#words/letterWords.ts";
import type { InquiriesT } from "#words/say.ts";

/** Every state that was reached, with its time and by whose word. */
export const StepTimes = ({ steps }: { readonly steps: readonly ReachedState[] }) => {
  const { t, i18n } = useTranslation("inquiries");
  return (
    <ol className="timeline" aria-label={t("record.timeline.title")}>
      {steps.map((step) => (
        <li key={step.type}>
          <time dateTime={step.at}>{formatInstant(step.at, i18n.language)}</time>
          <span>{sayStep(t, step)}</span>
        </li>
      ))}
    </ol>
  );
};

const sayStep = (t: InquiriesT, step: ReachedState): string => {
  const { type, source } = step;
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
        reason: t(reasonKeys[step.reason]),
      });
    case "withdrawn": {
      const { number } = toSource(source);
      return number
        ? t("timeline.withdrawalHeld.message", { number })
        : t("timeline.withdrawn.message");
    }
  }
};

/** Whose letter it was, and the endpoint's number for it. */
const toSource = (
  source: ReachedState["source"],
): { readonly sender: string; readonly number: string } => {
  const letter: LetterMention | undefined = source.type === "letter" ? source : undefined;
  return { sender: letter?.sender?.name ?? "", number: letter?.receipt?.number ?? "" };
};
