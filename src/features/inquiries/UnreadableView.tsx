import { useTranslation } from "react-i18next";
import type { ReceivedInquiry } from "#domain/receivedInquiry.ts";
import { Notice } from "#ui/Notice.tsx";
import { PageHeading } from "#ui/PageHeading.tsx";
import { sayDesk } from "./createSay.ts";
import { inquiriesHref } from "./inquiryHref.ts";
import { ReceiptLine } from "./ReceiptLine.tsx";

type UnreadableViewProps = {
  readonly received: Extract<ReceivedInquiry, { type: "unreadable" }>;
};

/** Something arrived that this version can't read: told, with what is known of it. */
export const UnreadableView = ({ received }: UnreadableViewProps) => {
  const { t, i18n } = useTranslation("inquiries");
  const { from, receipt } = received;
  return (
    <>
      <PageHeading
        title={t("received.unreadable.title")}
        back={{ href: inquiriesHref, label: t("editor.list.action") }}
      />
      <Notice tone="caution">{t("received.unreadable.message")}</Notice>
      {from && <p>{t("received.from.label", { desk: sayDesk(t, i18n.language, from) })}</p>}
      <ReceiptLine receipt={receipt} />
    </>
  );
};
