import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { ThreadId } from "#domain/envelope/envelope.ts";
import { type InquiryStep, inquirySteps } from "#domain/inquiry/inquiryDraft.ts";
import type { StepPlan } from "#domain/inquiry/parseInquiryDraft.ts";
import { useInquiryEditor } from "#features/inquiries/autosave/useAutosave.ts";
import type { ReadyDesks } from "#features/inquiries/desks/useDesks.ts";
import { useErrorOf } from "#features/inquiries/fields/MissingList.tsx";
import { inquiryHref } from "#features/inquiries/inquiryRoute.ts";
import { formatNumber } from "#i18n/format.ts";
import { useHashSearch } from "#ui/browser/useHashLocation.ts";
import { ButtonLink } from "#ui/controls/Button.tsx";
import { ContactStep } from "./ContactStep.tsx";
import { IncidentStep } from "./IncidentStep.tsx";
import { InvocationStep } from "./InvocationStep.tsx";
import { RequestStep } from "./RequestStep.tsx";
import { SenderStep } from "./SenderStep.tsx";
import "./StepPanel.css";

type StepPanelProps = {
  readonly plans: readonly StepPlan[];
  readonly current: InquiryStep;
  /** True once the writer has visited and left this step: what is missing may be shown. */
  readonly showsMissing: boolean;
  readonly desks: ReadyDesks;
  readonly children: ReactNode;
};

/** One step with its heading and the buttons to move on; errors are shown at their fields. */
export const StepPanel = (props: StepPanelProps) => {
  const { plans, current, showsMissing, desks, children } = props;
  const { record, changeDraft } = useInquiryEditor();
  const { t, i18n } = useTranslation("inquiries");
  const heading = useStepFocus();
  const number = plans.findIndex(({ step }) => step === current) + 1;
  const missing = plans.find(({ step }) => step === current)?.missing ?? [];
  // Not when a field loses focus: a line that appears then would move the button being pressed.
  const errorOf = useErrorOf(missing, showsMissing);
  const Step = current === "review" ? null : stepViews[current];
  return (
    <section className="step-panel">
      <div className="no-print">
        {current !== "review" && (
          <p className="step-position quiet">
            {t("steps.number.label", { number: formatNumber(number, i18n.language) })}
          </p>
        )}
        <h2 ref={heading} tabIndex={-1}>
          {t(`steps.${current}.title`)}
        </h2>
        {Step && <Step {...desks} draft={record.draft} onChange={changeDraft} errorOf={errorOf} />}
      </div>
      {children}
      <StepNavigation id={record.id} current={current} />
    </section>
  );
};

const stepViews = {
  contact: ContactStep,
  sender: SenderStep,
  invocation: InvocationStep,
  incident: IncidentStep,
  request: RequestStep,
} as const;

/** When a step opens, focuses the field that the address names, otherwise the heading. */
const useStepFocus = () => {
  const heading = useRef<HTMLHeadingElement>(null);
  const field = new URLSearchParams(useHashSearch()).get("field");
  useEffect(() => {
    // After the frame, because the app itself scrolls a new page to the top and renders later.
    const frame = requestAnimationFrame(() => {
      const named = field ? document.getElementById(`inquiry-${field}`) : null;
      if (named) {
        named.focus();
        named.scrollIntoView({ block: "center" });
      } else if (document.activeElement !== document.querySelector("h1")) {
        heading.current?.focus({ preventScroll: true });
      }
    });
    return () => cancelAnimationFrame(frame);
  }, [field]);
  return heading;
};

type StepListProps = {
  readonly id: ThreadId;
  readonly plans: readonly StepPlan[];
  readonly current: InquiryStep;
};

/**
 * Lists all steps, each always reachable. A phone shows numbers; screen readers still read the
 * words.
 */
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
                <span>{t(`steps.${plan.step}.title`)}</span>{" "}
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

/** The buttons back and on, each with the name of the step it leads to. */
const StepNavigation = ({
  id,
  current,
}: {
  readonly id: ThreadId;
  readonly current: InquiryStep;
}) => {
  const { t } = useTranslation("inquiries");
  const at = inquirySteps.indexOf(current);
  const before = inquirySteps[at - 1];
  const after = inquirySteps[at + 1];
  return (
    <div className="button-row step-navigation no-print">
      {before && (
        <ButtonLink href={inquiryHref(id, before)}>
          {t("steps.back.action", { step: t(`steps.${before}.title`) })}
        </ButtonLink>
      )}
      {after && (
        <ButtonLink tone="primary" href={inquiryHref(id, after)}>
          {t("steps.next.action", { step: t(`steps.${after}.title`) })}
        </ButtonLink>
      )}
    </div>
  );
};
