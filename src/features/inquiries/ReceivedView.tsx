import { useTranslation } from "react-i18next";
import { inquiryToText, listMeaning } from "#domain/inquiryToText.ts";
import { chooseLanguage } from "#domain/language.ts";
import type { ReceivedInquiry } from "#domain/receivedInquiry.ts";
import { formatInstant, formatStateName } from "#i18n/format.ts";
import { Button } from "#ui/Button.tsx";
import { ButtonLink } from "#ui/ButtonLink.tsx";
import { Notice } from "#ui/Notice.tsx";
import { PageHeading } from "#ui/PageHeading.tsx";
import { createSay } from "./createSay.ts";
import { InquiryTextView } from "./InquiryTextView.tsx";
import { inquiriesHref } from "./inquiryHref.ts";
import { PrintedInquiry } from "./PrintedInquiry.tsx";
import { ReceiptLine } from "./ReceiptLine.tsx";
import { contentToParts } from "./recordToParts.ts";

type ReceivedViewProps = {
  readonly received: Extract<ReceivedInquiry, { type: "inquiry" }>;
};

/** An inquiry as its reader sees it: what it means first, then its text in the reader's language. */
export const ReceivedView = ({ received }: ReceivedViewProps) => {
  const { t, i18n } = useTranslation("inquiries");
  const { content, receipt, thread, direction, withdrawal } = received;
  const language = chooseLanguage([i18n.language]);
  const say = createSay(t, language);
  const text = inquiryToText({ parts: contentToParts(content), id: thread }, language, say);
  const other = direction === "sent" ? content.to : content.from;
  const state = formatStateName(other.state, i18n.language);
  const when = formatInstant(receipt.heldAt, language);
  return (
    <>
      <div className="no-print">
        <PageHeading
          title={
            direction === "sent"
              ? t("editor.toState.title", { state })
              : t("received.page.title", { state })
          }
          back={{ href: inquiriesHref, label: t("editor.list.action") }}
        />
        <ReceiptLine receipt={receipt} />
        {withdrawal && (
          <Notice tone="caution" title={t("received.withdrawn.title")}>
            <p>
              {t("received.withdrawn.message", {
                when: formatInstant(withdrawal.heldAt, language),
              })}
            </p>
          </Notice>
        )}
        {listMeaning(language, say).map(
          (part) =>
            part.type === "quote" && (
              <figure className="text-quote" key={part.text}>
                <blockquote>{part.text}</blockquote>
                <figcaption>{part.note}</figcaption>
              </figure>
            ),
        )}
        <div className="text-sheet">
          <p className="text-mark">{text.mark}</p>
          <InquiryTextView text={withoutMeaning(text, t("text.meaning.title"))} level={2} />
        </div>
        {direction === "received" && <p>{t("received.plain.message")}</p>}
        <div className="button-row">
          {direction === "received" && (
            <ButtonLink href="#/procedures/response">{t("received.respond.action")}</ButtonLink>
          )}
          <Button onClick={() => window.print()}>{t("paperWay.print.action")}</Button>
        </div>
      </div>
      <PrintedInquiry
        text={text}
        status={t("print.received.label", { when, number: receipt.number })}
      />
    </>
  );
};

/** On the screen the words on no accusation stand above the text already. */
const withoutMeaning = (
  text: ReturnType<typeof inquiryToText>,
  heading: string,
): ReturnType<typeof inquiryToText> => ({
  ...text,
  sections: text.sections.filter((section) => section.heading !== heading),
});
