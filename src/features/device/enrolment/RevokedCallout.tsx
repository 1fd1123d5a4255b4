import { useTranslation } from "react-i18next";
import type { DeskAddress } from "#domain/desk.ts";
import type { Instant } from "#domain/instant.ts";
import { formatInstant } from "#i18n/format.ts";
import { Callout } from "#ui/signs/Callout.tsx";
import { sayDesk } from "#words/sayDesk.ts";

type RevokedCalloutProps = {
  readonly desk: DeskAddress;
  /** When this device received the revocation and erased the desk's data. */
  readonly revokedAt: Instant;
  /** It was this device's last desk, so everything private was erased. */
  readonly isEverything: boolean;
};

/**
 * S13: reports that the publisher's signed revocation arrived, and that the desk's data was erased.
 */
export const RevokedCallout = ({ desk, revokedAt, isEverything }: RevokedCalloutProps) => {
  const { t, i18n } = useTranslation(["device", "words"]);
  return (
    <Callout tone="danger" announce title={t("revoked.notice.title")}>
      <p>{t("revoked.desk.message", { desk: sayDesk(i18n, desk) })}</p>
      <p>{isEverything ? t("revoked.everything.message") : t("revoked.deskOnly.message")}</p>
      <p>{t("revoked.when.message", { when: formatInstant(revokedAt, i18n.language) })}</p>
      <p>{t("revoked.stays.message")}</p>
      <p>
        {t("revoked.call.message")} <a href="#/directory">{t("revoked.call.action")}</a>
      </p>
    </Callout>
  );
};
