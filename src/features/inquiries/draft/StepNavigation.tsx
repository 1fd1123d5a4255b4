import { useTranslation } from "react-i18next";
import type { ThreadId } from "#domain/envelope/envelope.ts";
import { type InquiryStep, inquirySteps } from "#domain/inquiry/inquiryRecord.ts";
import { inquiryHref } from "#features/inquiries/inquiryHref.ts";
import { ButtonLink } from "#ui/controls/ButtonLink.tsx";
import { stepKeys } from "#words/messageKeys.ts";

const order: readonly InquiryStep[] = [...inquirySteps, "review"];

/** Back and on, each saying where it leads. */
export const StepNavigation = ({
  id,
  current,
}: {
  readonly id: ThreadId;
  readonly current: InquiryStep;
}) => {
  const { t } = useTranslation("inquiries");
  const at = order.indexOf(current);
  const before = order[at - 1];
  const after = order[at + 1];
  return (
    <div className="button-row step-navigation no-print">
      {before && (
        <ButtonLink href={inquiryHref(id, before)}>
          {t("steps.back.action", { step: t(stepKeys[before]) })}
        </ButtonLink>
      )}
      {after && (
        <ButtonLink tone="primary" href={inquiryHref(id, after)}>
          {t("steps.next.action", { step: t(stepKeys[after]) })}
        </ButtonLink>
      )}
    </div>
  );
};
