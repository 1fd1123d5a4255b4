import { useTranslation } from "react-i18next";
import { newInquiryHref } from "#features/inquiries/inquiryRoute.ts";
import { whileClosedHere } from "#features/inquiries/opened/useThread.ts";
import { ButtonLink } from "#ui/controls/Button.tsx";
import { PageHeading } from "#ui/signs/PageHeading.tsx";
import { Waiting } from "#ui/signs/Waiting.tsx";
import { ReadFailure } from "#words/ErrorText.tsx";
import { useNow } from "#words/useNow.ts";
import { HandOverSection } from "./HandOverSection.tsx";
import { planThreadList } from "./planThreadList.ts";
import { ThreadList } from "./ThreadList.tsx";
import { useThreadList } from "./useThreadList.ts";

/** Lists everything that was asked from here or arrived here, with its true status. */
export const InquiriesScreen = () => {
  const { t } = useTranslation(["inquiries", "app"]);
  return (
    <>
      <PageHeading title={t("list.page.title")} />
      <p>{t("list.page.message")}</p>
      <div className="button-row">
        <ButtonLink tone="primary" href={newInquiryHref}>
          {t("app:start.ask.action")}
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
  const { now } = useNow();
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
