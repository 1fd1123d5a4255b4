import { useTranslation } from "react-i18next";
import { Notice } from "#ui/signs/Notice.tsx";
import { Waiting } from "#ui/signs/Waiting.tsx";
import { MailNotices } from "./MailNotices.tsx";
import { PushNotices } from "./PushNotices.tsx";
import { useNoticeDesks } from "./useNoticeDesks.ts";
import { useNotices } from "./useNotices.ts";

/** By which ways this device's desks are told, each as it truly is. */
export const NoticeSettings = () => {
  const { t } = useTranslation(["device", "app", "errors"]);
  const desks = useNoticeDesks();
  const notices = useNotices();
  const { failure } = notices;
  if (desks.type === "loading") return <Waiting label={t("app:app.loading.message")} />;
  if (desks.type === "failed") {
    const title = t(`errors:${desks.error.type}`, { ...desks.error });
    return <Notice tone="danger" title={title} />;
  }
  return (
    <>
      <PushNotices desks={desks.value} notices={notices} />
      <MailNotices desks={desks.value} notices={notices} />
      {failure && (
        <Notice
          tone="danger"
          announce
          title={t("notices.failed.error", {
            reason: t(`errors:${failure.type}`, { ...failure }),
          })}
        />
      )}
    </>
  );
};
