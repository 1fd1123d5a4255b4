import { useTranslation } from "react-i18next";

/** All that is left to show after erasing; nothing runs behind it, and no network is needed. */
export const ErasedScreen = () => {
  const { t } = useTranslation(["app", "errors"]);
  return (
    <main className="welcome">
      <h1>{t("errors:storageErased")}</h1>
      <p role="status">{t("erased.done.message")}</p>
      <p>{t("erased.left.message")}</p>
      <p>
        <a href="./">{t("erased.again.action")}</a>
      </p>
      <p className="welcome-note">{t("erased.again.hint")}</p>
    </main>
  );
};
