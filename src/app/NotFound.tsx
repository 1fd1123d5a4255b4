import { useTranslation } from "react-i18next";
import { PageHeading } from "#ui/signs/PageHeading.tsx";

export const NotFound = () => {
  const { t } = useTranslation("app");
  return (
    <>
      <PageHeading title={t("notFound.page.title")} />
      <p>{t("notFound.page.message")}</p>
      <p>
        <a href="#/">{t("notFound.start.action")}</a>
      </p>
    </>
  );
};
