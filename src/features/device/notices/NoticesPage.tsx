import { useTranslation } from "react-i18next";
import { DevicePage } from "#features/device/page/DevicePage.tsx";
import { VaultGate } from "#features/device/vault/VaultGate.tsx";
import { listEnrolments } from "#storage/desk/enrolments.ts";
import { useDatabase, useLive } from "#storage/useLive.ts";
import { useSync } from "#sync/useSync.ts";
import { ButtonLink } from "#ui/controls/Button.tsx";
import { Callout } from "#ui/signs/Callout.tsx";
import { Waiting } from "#ui/signs/Waiting.tsx";
import { sayError } from "#words/sayError.ts";
import { MailNotices } from "./MailNotices.tsx";
import { PushNotices } from "./PushNotices.tsx";
import { useNoticeDesks, useNotices } from "./useNotices.ts";

/**
 * Explains what a notification says and never says; shows the settings on a device that has a desk.
 */
export const NoticesPage = () => {
  const { t, i18n } = useTranslation(["device", "errors"]);
  const { endpointUrl } = useSync();
  const { lasting } = useDatabase();
  const enrolments = useLive(listEnrolments, "enrolments");
  const hasDesk =
    enrolments.type === "ready" && enrolments.value.some(({ role }) => role === "desk");
  return (
    <DevicePage title={t("notices.page.title")}>
      <p>{t("notices.what.message")}</p>
      <p>{t("notices.never.message")}</p>
      <p>{t("notices.without.message")}</p>
      {endpointUrl === null && <Callout tone="caution" title={t("errors:noEndpoint")} />}
      {enrolments.type === "failed" && (
        <Callout tone="danger" title={sayError(i18n, enrolments.error)} />
      )}
      {enrolments.type === "ready" && !hasDesk && (
        <>
          <p>{t("notices.noDesk.message")}</p>
          <ButtonLink href="#/enrol">{t("more.enrol.action")}</ButtonLink>
        </>
      )}
      {hasDesk && lasting && endpointUrl !== null && (
        <VaultGate>
          <NoticeSettings />
        </VaultGate>
      )}
    </DevicePage>
  );
};

/** Shows how this device's desks are notified, each with its true state. */
const NoticeSettings = () => {
  const { t, i18n } = useTranslation(["device", "app"]);
  const desks = useNoticeDesks();
  const notices = useNotices();
  const { failure } = notices;
  if (desks.type === "loading") return <Waiting label={t("app:app.loading.message")} />;
  if (desks.type === "failed") {
    const title = sayError(i18n, desks.error);
    return <Callout tone="danger" title={title} />;
  }
  return (
    <>
      <PushNotices desks={desks.value} notices={notices} />
      <MailNotices desks={desks.value} notices={notices} />
      {failure && (
        <Callout
          tone="danger"
          announce
          title={t("notices.failed.error", {
            reason: sayError(i18n, failure),
          })}
        />
      )}
    </>
  );
};
