import { useTranslation } from "react-i18next";
import { listInquiryStates } from "#storage/inquiryStates.ts";
import { listReceived } from "#storage/received.ts";
import { useLive } from "#storage/useLive.ts";
import { ButtonLink } from "#ui/ButtonLink.tsx";
import { PageHeading } from "#ui/PageHeading.tsx";
import { Waiting } from "#ui/Waiting.tsx";
import { canSendWhenClosed } from "./canSendWhenClosed.ts";
import { InquiryList } from "./InquiryList.tsx";
import { newInquiryHref } from "./inquiryHref.ts";
import { planInquiryList } from "./planInquiryList.ts";
import { ReadFailure } from "./ReadFailure.tsx";

/** Everything that was asked from here or arrived here, each as it truly stands. */
export const InquiriesScreen = () => {
  const { t } = useTranslation("inquiries");
  return (
    <>
      <PageHeading title={t("list.page.title")} />
      <p>{t("list.page.message")}</p>
      <div className="button-row">
        <ButtonLink tone="primary" href={newInquiryHref}>
          {t("list.new.action")}
        </ButtonLink>
        <ButtonLink tone="quiet" href="#/procedures/inquiry">
          {t("list.procedure.action")}
        </ButtonLink>
      </div>
      <KeptInquiries />
    </>
  );
};

const KeptInquiries = () => {
  const { t } = useTranslation("inquiries");
  const own = useLive(listInquiryStates, "inquiries");
  const arrived = useLive(listReceived, "received");
  if (own.type === "failed") return <ReadFailure error={own.error} />;
  if (arrived.type === "failed") return <ReadFailure error={arrived.error} />;
  if (own.type === "loading" || arrived.type === "loading") {
    return <Waiting label={t("list.loading.message")} />;
  }
  const groups = planInquiryList(own.value, arrived.value, canSendWhenClosed());
  if (groups.length === 0) return <p>{t("list.empty.message")}</p>;
  return <InquiryList groups={groups} />;
};
