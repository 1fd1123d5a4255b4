import { useTranslation } from "react-i18next";
import { ButtonLink } from "#ui/ButtonLink.tsx";
import { PageHeading } from "#ui/PageHeading.tsx";
import { Waiting } from "#ui/Waiting.tsx";
import { HandOverSection } from "./HandOverSection.tsx";
import { newInquiryHref } from "./inquiryHref.ts";
import { planThreadList } from "./planThreadList.ts";
import { ReadFailure } from "./ReadFailure.tsx";
import { ThreadList } from "./ThreadList.tsx";
import { useNow } from "./useNow.ts";
import { useThreadList } from "./useThreadList.ts";
import { whileClosedHere } from "./whileClosedHere.ts";

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
      <KeptThreads />
    </>
  );
};

const KeptThreads = () => {
  const { t } = useTranslation("inquiries");
  const list = useThreadList();
  const now = useNow();
  if (list.type === "failed") return <ReadFailure error={list.error} />;
  if (list.type !== "ready") return <Waiting label={t("list.loading.message")} />;
  const groups = planThreadList(list.value, now, whileClosedHere());
  if (groups.length === 0) return <p>{t("list.empty.message")}</p>;
  return (
    <>
      <HandOverSection groups={groups} />
      <ThreadList groups={groups} />
    </>
  );
};
