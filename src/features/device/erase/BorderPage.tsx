import { useTranslation } from "react-i18next";
import { DevicePage } from "#features/device/page/DevicePage.tsx";
import { type Counts, countEverything } from "#storage/device/countEverything.ts";
import { useLive } from "#storage/useLive.ts";
import { Notice } from "#ui/signs/Notice.tsx";
import { LeaveDevice } from "./LeaveDevice.tsx";

/** What is private leaves the device; afterwards the same page says that it has, and the way back. */
export const BorderPage = () => {
  const { t } = useTranslation(["device", "errors"]);
  const counts = useLive(countEverything, "counts");
  const isLeft = counts.type === "ready" && isNothingPrivate(counts.value);
  return (
    <DevicePage title={t("border.page.title")}>
      {isLeft ? (
        <Notice tone="good" announce title={t("border.left.title")}>
          <p>{t("border.left.message")}</p>
        </Notice>
      ) : (
        <>
          <p>{t("border.why.message")}</p>
          <h2>{t("border.goes.title")}</h2>
          <p>{t("border.goes.message")}</p>
        </>
      )}
      <h2>{t("border.stays.title")}</h2>
      <p>{t("border.stays.message")}</p>
      <h2>{t("border.back.title")}</h2>
      <p>{t("border.back.message")}</p>
      <p>{t("border.revoke.message")}</p>
      <p>{t("border.limits.message")}</p>
      {counts.type === "failed" && <p>{t("border.unread.message")}</p>}
      {!isLeft && counts.type !== "loading" && (
        <LeaveDevice counts={counts.type === "ready" ? counts.value : null} />
      )}
    </DevicePage>
  );
};

const isNothingPrivate = ({ privates, outbox, arrived, enrolments }: Counts): boolean =>
  outbox + arrived + enrolments === 0 && Object.values(privates).every((count) => count === 0);
