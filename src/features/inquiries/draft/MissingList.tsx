import { useTranslation } from "react-i18next";
import type { ThreadId } from "#domain/envelope/envelope.ts";
import type { StepPlan } from "#domain/inquiry/parseInquiryDraft.ts";
import { missingToMessage } from "#features/inquiries/fields/missingToMessage.ts";
import { inquiryHref } from "#features/inquiries/inquiryHref.ts";
import { Notice } from "#ui/signs/Notice.tsx";
import { stepKeys } from "#words/messageKeys.ts";

type MissingListProps = { readonly id: ThreadId; readonly plans: readonly StepPlan[] };

/** What is still missing, each with the way to where it is mended. */
export const MissingList = ({ id, plans }: MissingListProps) => {
  const { t, i18n } = useTranslation("inquiries");
  const missing = plans.flatMap((plan) => plan.missing);
  if (missing.length === 0) {
    return (
      <div className="no-print">
        <Notice tone="good">{t("review.complete.message")}</Notice>
      </div>
    );
  }
  return (
    <div className="no-print">
      <Notice tone="caution" title={t("review.missing.title", { count: missing.length })}>
        <ul className="missing-list">
          {missing.map((part) => (
            <li key={`${part.field} ${part.type}`}>
              <a href={`${inquiryHref(id, part.step)}?field=${part.field}`}>
                {missingToMessage(t, part, i18n.language)}
              </a>{" "}
              <span className="quiet">({t(stepKeys[part.step])})</span>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
};
