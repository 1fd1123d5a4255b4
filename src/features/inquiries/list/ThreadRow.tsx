import { useTranslation } from "react-i18next";
import { threadHref } from "#features/inquiries/inquiryHref.ts";
import { SendingWord, StatusWord, TurnWord } from "#features/inquiries/sending/StatusWord.tsx";
import { formatInstant, formatStateName } from "#i18n/format.ts";
import { StateWord } from "#ui/signs/StateWord.tsx";
import { kindKeys, urgencyKeys } from "#words/messageKeys.ts";
import type { ThreadRowPlan } from "./planThreadList.ts";

/** A thread in a few lines: with whom, about what, where it stands, whose turn it is. */
export const ThreadRow = ({ plan }: { readonly plan: ThreadRowPlan }) => {
  const { t, i18n } = useTranslation("inquiries");
  const { other, side, kind, urgency, turn, unreadCount, newestAt } = plan.summary;
  const rest = [
    side && t(side === "asked" ? "list.asked.label" : "list.asker.label"),
    urgency && turn.type !== "nobody" && t(urgencyKeys[urgency]),
    formatInstant(newestAt, i18n.language),
  ];
  return (
    <a href={threadHref(plan.summary)} className={unreadCount > 0 ? "is-unread" : undefined}>
      <span className="inquiry-name">
        {other ? formatStateName(other.state, i18n.language) : t("troubled.row.title")}
        {kind ? `: ${t(kindKeys[kind].label)}` : ""}
      </span>
      <ThreadWords plan={plan} />
      <span className="quiet">{rest.filter(Boolean).join(" · ")}</span>
    </a>
  );
};

/** Each by word and shape: none of them is told by colour alone. */
const ThreadWords = ({ plan }: { readonly plan: ThreadRowPlan }) => {
  const { t } = useTranslation("inquiries");
  const { summary, sending } = plan;
  const { state, side, turn, unreadCount, attention } = summary;
  return (
    <span className="row-words">
      {unreadCount > 0 && <StateWord shape="dot">{t("list.unread.label")}</StateWord>}
      <StatusWord state={state} side={side} sending={sending} />
      {state !== "queued" && sending && <SendingWord sending={sending} />}
      <TurnWord turn={turn} state={state} />
      {plan.isOverdue && (
        <StateWord shape="clock" tone="caution">
          {t("list.overdue.label")}
        </StateWord>
      )}
      {plan.hasNoSign && (
        <StateWord shape="clock" tone="caution">
          {t("list.noSign.label")}
        </StateWord>
      )}
      {attention.includes("recipientsGone") && (
        <StateWord shape="cross" tone="danger">
          {t("list.recipientsGone.label")}
        </StateWord>
      )}
      {plan.hasReplyDraft && <StateWord shape="ring">{t("list.replyDraft.label")}</StateWord>}
    </span>
  );
};
