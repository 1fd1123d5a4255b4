import { useTranslation } from "react-i18next";
import type { ThreadId } from "#domain/envelope/envelope.ts";
import type { InquiryStep } from "#domain/inquiry/inquiryRecord.ts";
import type { StepPlan } from "#domain/inquiry/parseInquiryDraft.ts";
import { inquiryHref } from "#features/inquiries/inquiryHref.ts";
import { formatNumber } from "#i18n/format.ts";
import { stepKeys } from "#words/messageKeys.ts";

type StepListProps = {
  readonly id: ThreadId;
  readonly plans: readonly StepPlan[];
  readonly current: InquiryStep;
};

/** All steps, each reachable at any time. On a phone a row of numbers; the words are still read. */
export const StepList = ({ id, plans, current }: StepListProps) => {
  const { t, i18n } = useTranslation("inquiries");
  return (
    <nav className="step-list no-print" aria-label={t("steps.list.label")}>
      <ol>
        {plans.map((plan, index) => (
          <li key={plan.step}>
            <a
              href={inquiryHref(id, plan.step)}
              aria-current={plan.step === current ? "step" : undefined}
            >
              <span className="step-number" aria-hidden="true">
                {plan.step === "review" ? "→" : formatNumber(index + 1, i18n.language)}
              </span>
              <span className="step-words">
                <span className="step-name">{t(stepKeys[plan.step])}</span>{" "}
                <span className="step-state">{sayState(plan)}</span>
              </span>
              <span className={`step-mark step-mark-${plan.state}`} aria-hidden="true">
                {marks[plan.state]}
              </span>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );

  function sayState(plan: StepPlan): string {
    switch (plan.state) {
      case "complete":
        return t("steps.complete.label");
      case "fixed":
        return t("steps.fixed.label");
      case "incomplete":
        return t("steps.incomplete.label", { count: plan.missing.length });
    }
  }
};

const marks = { complete: "✓", fixed: "–", incomplete: "○" } as const;
