import { useTranslation } from "react-i18next";
import { engageHref } from "#features/inquiries/inquiryHref.ts";
import type { ThreadPlan } from "#features/inquiries/opened/planThread.ts";
import { ProcedureQuote } from "#features/inquiries/text/ProcedureQuote.tsx";
import { ButtonLink } from "#ui/controls/ButtonLink.tsx";
import { EngageChecklist } from "./EngageChecklist.tsx";

/** Whom to engage at home while one looks into it, and a clean text for them. */
export const EngageSection = ({ plan }: { readonly plan: ThreadPlan }) => {
  const { t } = useTranslation("inquiries");
  const { state } = plan.status;
  if (state.type === "withdrawn") return null;
  return (
    <section className="engage">
      <h2>{t("engage.group.title")}</h2>
      <ProcedureQuote text={t("engage.counterparts.message")} />
      <EngageChecklist record={plan.record} />
      <p className="quiet">{t("engage.private.message")}</p>
      <ButtonLink href={engageHref(plan.record)}>{t("engage.sheet.action")}</ButtonLink>
    </section>
  );
};
