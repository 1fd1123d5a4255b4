import { useState } from "react";
import { useTranslation } from "react-i18next";
import { placeToKey } from "#domain/thread/thread.ts";
import { inquiryHref } from "#features/inquiries/inquiryHref.ts";
import { formatInstant, formatNumber, formatStateName } from "#i18n/format.ts";
import { Button } from "#ui/controls/Button.tsx";
import { StateWord } from "#ui/signs/StateWord.tsx";
import { kindKeys } from "#words/messageKeys.ts";
import type { ListGroup, ListRowPlan } from "./planThreadList.ts";
import { ThreadRow } from "./ThreadRow.tsx";
import { SealedBeforeRow, TroubledRow, UnreadableRow } from "./TroubledRow.tsx";
import "./ThreadList.css";

const groupKeys = {
  attention: "list.attention.title",
  mine: "list.mine.title",
  waiting: "list.waiting.title",
  settled: "list.settled.title",
  drafts: "list.drafts.title",
  closed: "list.closed.title",
} as const satisfies Record<ListGroup["of"], string>;

/** All that a desk has to do with, by whose turn it is. */
export const ThreadList = ({ groups }: { readonly groups: readonly ListGroup[] }) =>
  groups.map((group) => <GroupSection key={group.of} group={group} />);

/** A phone takes a second to draw a thousand rows: the rest of a long group comes when wanted. */
const firstCount = 12;
const moreCount = 100;

const GroupSection = ({ group: { of, rows } }: { readonly group: ListGroup }) => {
  const { t, i18n } = useTranslation("inquiries");
  const [most, setMost] = useState(firstCount);
  const shown = rows.slice(0, most);
  const count = Math.min(rows.length - shown.length, moreCount);
  return (
    <section>
      <h2>{t(groupKeys[of])}</h2>
      <ul className="inquiry-list">
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
  const { t, i18n } = useTranslation("inquiries");
  const { id, draft, changedAt } = row.record;
  const { to, kind } = draft;
  return (
    <a href={inquiryHref(id)}>
      <span className="inquiry-name">
        {to ? formatStateName(to.state, i18n.language) : t("list.noState.label")}
        {kind ? `: ${t(kindKeys[kind].label)}` : ""}
      </span>
      <StateWord shape="ring">{t("status.draft.label")}</StateWord>
      <span className="quiet">
        {t("list.changed.label", { when: formatInstant(changedAt, i18n.language) })}
      </span>
    </a>
  );
};
