import { useTranslation } from "react-i18next";
import { deskToId } from "#domain/desk.ts";
import { formatInstant, formatStateName } from "#i18n/format.ts";
import { StateWord } from "#ui/StateWord.tsx";
import { sayDesk } from "./createSay.ts";
import { inquiryHref, receivedHref } from "./inquiryHref.ts";
import { kindKeys } from "./messageKeys.ts";
import type { InquiryGroup, InquiryRowPlan } from "./planInquiryList.ts";
import { StatusWord } from "./StatusWord.tsx";
import "./InquiryList.css";

const groupKeys = {
  waiting: "list.waiting.title",
  received: "list.received.title",
  drafts: "list.drafts.title",
  held: "list.held.title",
  fromDesk: "list.fromDesk.title",
  withdrawn: "list.withdrawn.title",
} as const satisfies Record<InquiryGroup["of"], string>;

/** Inquiries by how far they have gone. */
export const InquiryList = ({ groups }: { readonly groups: readonly InquiryGroup[] }) => {
  const { t } = useTranslation("inquiries");
  return groups.map(({ of, rows }) => (
    <section key={of}>
      <h2>{t(groupKeys[of])}</h2>
      <ul className="inquiry-list">
        {rows.map((row) => (
          <li key={row.type === "own" ? row.record.id : `${row.received.desk} ${row.received.id}`}>
            {row.type === "own" ? <OwnRow row={row} /> : <ArrivedRow row={row} />}
          </li>
        ))}
      </ul>
    </section>
  ));
};

const OwnRow = ({ row }: { readonly row: Extract<InquiryRowPlan, { type: "own" }> }) => {
  const { t, i18n } = useTranslation("inquiries");
  const { record, status } = row;
  const { to, kind } = record.progress.type === "draft" ? record.draft : record.progress.content;
  const receipt = "receipt" in record.progress ? record.progress.receipt : undefined;
  return (
    <a href={inquiryHref(record.id)}>
      <span className="inquiry-name">
        {to ? formatStateName(to.state, i18n.language) : t("list.noState.label")}
        {kind ? `: ${t(kindKeys[kind].label)}` : ""}
      </span>
      <StatusWord status={status} />
      <span className="quiet">
        {receipt
          ? `${t("list.receipt.label", { number: receipt.number })} · ${formatInstant(receipt.heldAt, i18n.language)}`
          : t("list.changed.label", { when: formatInstant(record.changedAt, i18n.language) })}
      </span>
    </a>
  );
};

const ArrivedRow = ({ row }: { readonly row: Extract<InquiryRowPlan, { type: "arrived" }> }) => {
  const { t, i18n } = useTranslation("inquiries");
  const { received } = row;
  const { desk, id, receipt } = received;
  return (
    <a href={receivedHref(desk, id)}>
      <span className="inquiry-name">{sayName()}</span>
      {sayState()}
      <span className="quiet">
        {t("list.receipt.label", { number: receipt.number })} ·{" "}
        {formatInstant(receipt.heldAt, i18n.language)}
      </span>
    </a>
  );

  function sayName(): string {
    if (received.type === "unreadable") {
      return received.from
        ? sayDesk(t, i18n.language, received.from)
        : t("received.unreadable.title");
    }
    const { from, to, kind } = received.content;
    const other = deskToId(from) === desk ? to : from;
    return `${formatStateName(other.state, i18n.language)}: ${t(kindKeys[kind].label)}`;
  }

  function sayState() {
    if (received.type === "unreadable") {
      return (
        <StateWord shape="cross" tone="caution">
          {t("status.unreadable.label")}
        </StateWord>
      );
    }
    if (received.withdrawal) {
      return <StateWord shape="cross">{t("received.withdrawn.title")}</StateWord>;
    }
    return received.direction === "sent" ? (
      <StateWord shape="tick">{t("status.fromDesk.label")}</StateWord>
    ) : (
      <StateWord shape="dot">{t("status.received.label")}</StateWord>
    );
  }
};
