import { useTranslation } from "react-i18next";
import { Button } from "#ui/controls/Button.tsx";

export const BoundaryScreen = () => {
  const { t } = useTranslation("app");
  return (
    <main className="welcome">
      <h1>{t("boundary.page.title")}</h1>
      <p>{t("boundary.safe.message")}</p>
      <Button tone="primary" onClick={() => location.reload()}>
        {t("banner.reload.action")}
      </Button>
    </main>
  );
};
