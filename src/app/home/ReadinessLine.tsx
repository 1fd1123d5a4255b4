import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import type { NoticeStore } from "#app/news/appNotices.ts";
import { StateWord } from "#ui/signs/StateWord.tsx";

/** Says "ready to use offline" when everything is on the device, and not before. */
export const ReadinessLine = ({ notices }: { readonly notices: NoticeStore }) => {
  const { t } = useTranslation(["app", "errors"]);
  const { readiness } = useSyncExternalStore(notices.listen, notices.read);
  // Afterwards all of it was here once: until that is seen again there is nothing to say.
  const isFirstVisit = document.documentElement.dataset.visit === "first";
  return (
    <p role="status" className="readiness">
      {readiness.type === "preparing" && isFirstVisit && (
        <StateWord shape="half">{t("readiness.preparing.message")}</StateWord>
      )}
      {readiness.type === "ready" && (
        <StateWord shape="tick" tone="good">
          {t("readiness.ready.message")}
        </StateWord>
      )}
      {readiness.type === "incomplete" && (
        <StateWord shape="cross" tone="caution">
          {readiness.reason === "storageFull"
            ? t("errors:storageFull")
            : t("readiness.incomplete.message")}
        </StateWord>
      )}
    </p>
  );
};
