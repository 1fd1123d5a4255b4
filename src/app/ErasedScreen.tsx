import i18next from "i18next";

/** All that is left to show after erasing; nothing runs behind it, and no network is needed. */
export const ErasedScreen = () => (
  <main className="welcome">
    <h1>{i18next.t("errors:storageErased")}</h1>
    <p role="status">{i18next.t("erased.done.message")}</p>
    <p>{i18next.t("erased.left.message")}</p>
    <p>
      <a href="./">{i18next.t("erased.again.action")}</a>
    </p>
    <p className="welcome-note">{i18next.t("erased.again.hint")}</p>
  </main>
);
