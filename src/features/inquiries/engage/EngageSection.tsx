import { useTranslation } from "react-i18next";
import { ButtonLink } from "#ui/ButtonLink.tsx";
import { EngageChecklist } from "./EngageChecklist.tsx";
import { engageHref } from "./inquiryHref.ts";
import { ProcedureQuote } from "./ProcedureQuote.tsx";
import type { ThreadPlan } from "./planThread.ts";

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
