import { useTranslation } from "react-i18next";
import { formatInstant, formatStateName } from "#i18n/format.ts";
import { StateWord } from "#ui/StateWord.tsx";
import { threadHref } from "./inquiryHref.ts";
import { kindKeys, urgencyKeys } from "./messageKeys.ts";
import { otherDeskOf } from "./otherDeskOf.ts";
import type { ThreadRowPlan } from "./planThreadList.ts";
import { SendingWord, StatusWord } from "./StatusWord.tsx";
import { TurnWord } from "./TurnWord.tsx";

/** A thread in a few lines: with whom, about what, where it stands, whose turn it is. */
export const ThreadRow = ({ plan }: { readonly plan: ThreadRowPlan }) => {
  const { t, i18n } = useTranslation("inquiries");
  const { record, status, isUnread } = plan;
  const other = otherDeskOf(record, status);
  const kind = status.inquiry?.content.kind;
  return (
    <a href={threadHref(record.id)} className={isUnread ? "is-unread" : undefined}>
      <span className="inquiry-name">
        {other ? formatStateName(other.state, i18n.language) : t("troubled.row.title")}
        {kind ? `: ${t(kindKeys[kind].label)}` : ""}
      </span>
      <ThreadWords plan={plan} />
      <span className="quiet">{sayRest()}</span>
    </a>
  );

  function sayRest(): string {
    const urgency = status.inquiry?.content.urgency;
    return [
      status.side && t(status.side === "asked" ? "list.asked.label" : "list.asker.label"),
      urgency && plan.turn.type !== "nobody" && t(urgencyKeys[urgency]),
      formatInstant(plan.newestAt, i18n.language),
    ]
      .filter(Boolean)
      .join(" · ");
  }
};

/** Each by word and shape: none of them is told by colour alone. */
const ThreadWords = ({ plan }: { readonly plan: ThreadRowPlan }) => {
  const { t } = useTranslation("inquiries");
  const { status, sending } = plan;
  return (
    <span className="row-words">
      {plan.isUnread && <StateWord shape="dot">{t("list.unread.label")}</StateWord>}
      <StatusWord state={status.state} side={status.side} sending={sending} />
      {status.state.type !== "queued" && sending && <SendingWord sending={sending} />}
      <TurnWord plan={plan} />
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
      {status.needsAttention.some(({ type }) => type === "recipientsGone") && (
        <StateWord shape="cross" tone="danger">
          {t("list.recipientsGone.label")}
        </StateWord>
      )}
      {plan.hasReplyDraft && <StateWord shape="ring">{t("list.replyDraft.label")}</StateWord>}
    </span>
  );
};
