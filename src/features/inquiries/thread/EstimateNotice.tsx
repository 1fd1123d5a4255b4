import { useTranslation } from "react-i18next";
import type { Instant } from "#domain/instant.ts";
import type { ThreadPlan } from "#features/inquiries/opened/planThread.ts";
import { formatInstant } from "#i18n/format.ts";
import { Notice } from "#ui/signs/Notice.tsx";

type EstimateNoticeProps = { readonly plan: ThreadPlan; readonly now: Instant };

/** By when an answer is meant to come; once that is past, both sides are told, without blame. */
export const EstimateNotice = ({ plan, now }: EstimateNoticeProps) => {
  const { t, i18n } = useTranslation("inquiries");
  const { side, estimate, state } = plan.status;
  const isOver = state.type === "closed" || state.type === "withdrawn";
  if (!estimate || estimate.isAnswered || isOver) return null;
  const by = formatInstant(estimate.by, i18n.language);
  const sender = estimate.source.sender?.name ?? "";
  const isLate = plan.isOverdue && estimate.by < now;
  return (
    <Notice
      tone={isLate ? "caution" : "plain"}
      title={t(isLate ? "estimate.late.title" : "estimate.given.title", { by })}
    >
      <p>{t("estimate.source.message", { sender })}</p>
      {estimate.isConcurrent && <p>{t("estimate.concurrent.message")}</p>}
      {isLate && (
        <p>{t(side === "asked" ? "estimate.lateAsked.message" : "estimate.lateAsker.message")}</p>
      )}
    </Notice>
  );
};
