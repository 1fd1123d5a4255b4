import { useTranslation } from "react-i18next";
import type { SharingMark } from "#domain/envelope/envelope.ts";
import type { InquiryContent } from "#domain/inquiry/inquiry.ts";
import { chooseLanguage } from "#domain/language.ts";
import type { ThreadPlace } from "#domain/thread/thread.ts";
import { inquiryTextToPlain } from "#domain/wording/inquiryText.ts";
import { inquiryToBrief } from "#domain/wording/inquiryToScript.ts";
import { replyHref, threadHref } from "#features/inquiries/inquiryRoute.ts";
import { ThreadGate } from "#features/inquiries/opened/ThreadGate.tsx";
import { ToThread } from "#features/inquiries/opened/ToThread.tsx";
import { useThread } from "#features/inquiries/opened/useThread.ts";
import { InquiryTextView } from "#features/inquiries/text/InquiryTextView.tsx";
import { MailLinks } from "#features/inquiries/text/MailLinks.tsx";
import { PrintedInquiry } from "#features/inquiries/text/PrintedPage.tsx";
import { Button } from "#ui/controls/Button.tsx";
import { Callout } from "#ui/signs/Callout.tsx";
import { PageHeading } from "#ui/signs/PageHeading.tsx";
import { createSay } from "#words/say.ts";

/** The inquiry in a form that may be given to those engaged at home. */
export const EngageScreen = ({ place }: { readonly place: ThreadPlace }) => (
  <ThreadGate thread={useThread(place)}>
    {({ plan: { status } }) =>
      status.inquiry && status.side === "asked" ? (
        <Brief place={place} content={status.inquiry.content} />
      ) : (
        <ToThread place={place} />
      )
    }
  </ThreadGate>
);

type BriefProps = { readonly place: ThreadPlace; readonly content: InquiryContent };

/** Shows what the sharing mark allows, then the text, with printing and e-mail where allowed. */
const Brief = ({ place, content }: BriefProps) => {
  const { t, i18n } = useTranslation(["inquiries", "sentences"]);
  const language = chooseLanguage([i18n.language]);
  const say = createSay(i18n, language);
  const text = inquiryToBrief({ content, thread: place.id }, language, say);
  const sharing = planSharing(content.mark);
  const mail = {
    to: [],
    subject: `[${content.mark}] ${text.title}`,
    body: inquiryTextToPlain(text),
    continued: t("sentences:text.continued.message"),
  };
  return (
    <>
      <div className="no-print">
        <PageHeading
          title={t("engage.brief.title")}
          back={{ href: threadHref(place), label: t("engage.back.action") }}
        />
        <Callout tone={sharing.tone} title={content.mark}>
          <p>{t(`engage.${sharing.with}.message`)}</p>
          {!sharing.isFree && <p>{t("engage.askFirst.message")}</p>}
          {!sharing.isFree && (
            <p>
              <a href={replyHref(place, "acknowledgement")}>{t("engage.askFirst.action")}</a>
            </p>
          )}
        </Callout>
        <div className="text-page">
          <p className="text-mark">{text.mark}</p>
          <InquiryTextView text={text} level={2} />
          <p className="text-mark">{text.mark}</p>
        </div>
        {sharing.with !== "nobody" && (
          <>
            <div className="button-row">
              <Button onClick={() => window.print()}>{t("paperWay.print.action")}</Button>
            </div>
            <p>{t("emailWay.home.message", { mark: content.mark })}</p>
            <MailLinks mail={mail} />
          </>
        )}
      </div>
      {sharing.with !== "nobody" && <PrintedInquiry text={text} status="" />}
    </>
  );
};

type Sharing = {
  /** To whom at home a text may be given, under TLP 2.0 (FIRST). */
  readonly with: "nobody" | "organization" | "clients" | "community" | "everybody";
  /** True if it may leave the desk's own organization at all. */
  readonly isFree: boolean;
  readonly tone: "danger" | "caution" | "plain";
};

/**
 * Plans what a sharing mark allows a desk that was asked to share with people it engages at home.
 * `TLP:RED` names its recipients, here the desk alone; only its source may widen it.
 */
export const planSharing = (mark: SharingMark): Sharing => {
  switch (mark) {
    case "TLP:RED":
      return { with: "nobody", isFree: false, tone: "danger" };
    case "TLP:AMBER+STRICT":
      return { with: "organization", isFree: false, tone: "caution" };
    case "TLP:AMBER":
      return { with: "clients", isFree: true, tone: "caution" };
    case "TLP:GREEN":
      return { with: "community", isFree: true, tone: "plain" };
    case "TLP:CLEAR":
      return { with: "everybody", isFree: true, tone: "plain" };
  }
};
