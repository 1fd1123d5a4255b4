import { useState } from "react";
import { useTranslation } from "react-i18next";
import { idToDesk } from "#domain/desk.ts";
import { placeToKey } from "#domain/thread/thread.ts";
import { inquiryHref, threadHref, troubledHref } from "#features/inquiries/inquiryRoute.ts";
import { SendingWord, StatusWord, TurnWord } from "#features/inquiries/sending/StatusWord.tsx";
import { SheetLink } from "#features/inquiries/thread/TroubledScreen.tsx";
import { formatInstant, formatNumber, formatStateName } from "#i18n/format.ts";
import { Button } from "#ui/controls/Button.tsx";
import { Sign } from "#ui/signs/Sign.tsx";
import { ErrorText } from "#words/ErrorText.tsx";
import { sayDesk } from "#words/sayDesk.ts";
import type { ListedThread, ListGroup, ListRowPlan } from "./planThreadList.ts";
import "./ThreadList.css";

/** Lists all of a desk's threads, grouped by whose turn it is. */
export const ThreadList = ({ groups }: { readonly groups: readonly ListGroup[] }) =>
  groups.map((group) => <GroupSection key={group.of} group={group} />);

/**
 * A phone takes a second to draw a thousand rows, so the rest of a long group is drawn on request.
 */
const firstCount = 12;

const moreCount = 100;

const GroupSection = ({ group: { of, rows } }: { readonly group: ListGroup }) => {
  const { t, i18n } = useTranslation("inquiries");
  const [most, setMost] = useState(firstCount);
  const shown = rows.slice(0, most);
  const count = Math.min(rows.length - shown.length, moreCount);
  return (
    <section>
      <h2>{t(`list.${of}.title`)}</h2>
      <ul className="thread-list">
        {shown.map((row) => (
          <li key={rowToKey(row)}>
            <ListRow row={row} />
          </li>
        ))}
      </ul>
      {count > 0 && (
        <Button onClick={() => setMost(most + moreCount)}>
          {t("list.more.action", { count, formatted: formatNumber(count, i18n.language) })}
        </Button>
      )}
    </section>
  );
};

const rowToKey = (row: ListRowPlan): string => {
  switch (row.type) {
    case "thread":
      return placeToKey(row.summary);
    case "draft":
      return row.record.id;
    case "troubled":
      return `${row.arrived.desk} ${row.arrived.position}`;
    case "sealedBefore":
      return row.desk;
    case "unreadable":
      return `${row.row.kind} ${row.row.id}`;
  }
};

const ListRow = ({ row }: { readonly row: ListRowPlan }) => {
  switch (row.type) {
    case "thread":
      return <ThreadRow plan={row} />;
    case "draft":
      return <DraftRow row={row} />;
    case "troubled":
      return <TroubledRow row={row} />;
    case "sealedBefore":
      return <SealedBeforeRow row={row} />;
    case "unreadable":
      return <UnreadableRow row={row} />;
  }
};

const DraftRow = ({ row }: { readonly row: Extract<ListRowPlan, { type: "draft" }> }) => {
  const { t, i18n } = useTranslation(["inquiries", "sentences"]);
  const { id, draft, changedAt } = row.record;
  const { to, kind } = draft;
  return (
    <a href={inquiryHref(id)}>
      <span className="thread-list-name">
        {to ? formatStateName(to.state, i18n.language) : t("list.noState.label")}
        {kind ? `: ${t(`sentences:kind.${kind}.label`)}` : ""}
      </span>
      <Sign shape="ring">{t("status.draft.label")}</Sign>
      <span className="quiet">
        {t("list.changed.label", { when: formatInstant(changedAt, i18n.language) })}
      </span>
    </a>
  );
};

/** One thread in a few lines: the other desk, the subject, the status and whose turn it is. */
const ThreadRow = ({ plan }: { readonly plan: ListedThread }) => {
  const { t, i18n } = useTranslation(["inquiries", "sentences"]);
  const { other, side, kind, urgency, turn, unreadCount, newestAt } = plan.summary;
  const rest = [
    side && t(side === "asked" ? "list.asked.label" : "list.asker.label"),
    urgency && turn.type !== "nobody" && t(`sentences:urgency.${urgency}.label`),
    formatInstant(newestAt, i18n.language),
  ];
  return (
    <a
      href={threadHref(plan.summary)}
      className={unreadCount > 0 ? "thread-list-unread" : undefined}
    >
      <span className="thread-list-name">
        {other ? formatStateName(other.state, i18n.language) : t("troubled.row.title")}
        {kind ? `: ${t(`sentences:kind.${kind}.label`)}` : ""}
      </span>
      <ThreadWords plan={plan} />
      <span className="quiet">{rest.filter(Boolean).join(" · ")}</span>
    </a>
  );
};

/** Shows each state by word and shape: none is conveyed by color alone. */
const ThreadWords = ({ plan }: { readonly plan: ListedThread }) => {
  const { t } = useTranslation("inquiries");
  const { summary, sending } = plan;
  const { state, side, turn, unreadCount, attention } = summary;
  return (
    <span className="status-words">
      {unreadCount > 0 && <Sign shape="dot">{t("list.unread.label")}</Sign>}
      <StatusWord state={state} side={side} sending={sending} />
      {state !== "queued" && sending && <SendingWord sending={sending} />}
      <TurnWord turn={turn} state={state} />
      {plan.isOverdue && (
        <Sign shape="clock" tone="caution">
          {t("list.overdue.label")}
        </Sign>
      )}
      {plan.hasNoSign && (
        <Sign shape="clock" tone="caution">
          {t("list.noSign.label")}
        </Sign>
      )}
      {attention.includes("recipientsGone") && (
        <Sign shape="cross" tone="danger">
          {t("list.recipientsGone.label")}
        </Sign>
      )}
      {plan.hasReplyDraft && <Sign shape="ring">{t("list.replyDraft.label")}</Sign>}
    </span>
  );
};

type RowOf<T extends ListRowPlan["type"]> = {
  readonly row: Extract<ListRowPlan, { type: T }>;
};

/** An arrival that could not be opened or verified, shown as such. */
const TroubledRow = ({ row }: RowOf<"troubled">) => {
  const { t, i18n } = useTranslation("inquiries");
  const { desk, envelopeId, receipt, problem } = row.arrived;
  return (
    <a href={troubledHref(desk, envelopeId)}>
      <span className="thread-list-name">{t("troubled.row.title")}</span>
      <Sign shape="cross" tone="caution">
        {t("status.unreadable.label")}
      </Sign>
      {problem && (
        <span>
          <ErrorText error={problem} />
        </span>
      )}
      <span className="quiet">
        {t("list.receipt.label", { number: receipt.number })} ·{" "}
        {formatInstant(receipt.heldAt, i18n.language)}
      </span>
    </a>
  );
};

/**
 * Letters sealed before this device joined: one row for all, since one tap elsewhere fixes them.
 */
const SealedBeforeRow = ({ row }: RowOf<"sealedBefore">) => {
  const { t, i18n } = useTranslation("inquiries");
  const desk = sayDesk(i18n, idToDesk(row.desk));
  return (
    <div className="thread-list-row">
      <span className="thread-list-lead">{t("troubled.before.title", { count: row.count })}</span>
      <span>{t("troubled.notSealedToUs.message")}</span>
      <span className="quiet">{t("troubled.arrivedFor.label", { desk })}</span>
      <SheetLink desk={row.desk} />
    </div>
  );
};

/** A row of this device's own storage that can't be opened: it is shown, but leads nowhere. */
const UnreadableRow = ({ row }: RowOf<"unreadable">) => {
  const { t } = useTranslation("inquiries");
  return (
    <div className="thread-list-row">
      <span className="thread-list-lead">{t("list.unreadable.title")}</span>
      <span>
        <ErrorText error={row.row} />
      </span>
    </div>
  );
};
