import { useTranslation } from "react-i18next";
import { useDirectory } from "#sealing/records/useDirectory.ts";
import { Notice } from "#ui/signs/Notice.tsx";
import { PageHeading } from "#ui/signs/PageHeading.tsx";
import { Waiting } from "#ui/signs/Waiting.tsx";
import { DirectoryPages } from "./DirectoryPages.tsx";

/** The points of contact: all States, one State, and how an entry is corrected. */
export const DirectoryRoutes = () => {
  const { t } = useTranslation(["directory", "errors"]);
  const live = useDirectory();
  switch (live.type) {
    case "loading":
      return <Waiting label={t("page.loading.message")} />;
    case "failed":
      return (
        <>
          <PageHeading title={t("page.directory.title")} />
          <Notice tone="danger" title={t("page.failed.title")} announce>
            <p>{t(`errors:${live.error.type}`)}</p>
            <p>{t("page.failed.hint")}</p>
          </Notice>
        </>
      );
    case "ready":
      if (live.value) return <DirectoryPages directory={live.value} />;
      return (
        <>
          <PageHeading title={t("page.directory.title")} />
          <Notice tone="plain" title={t("page.missing.title")} announce>
            <p>{t("page.missing.message")}</p>
            <p>
              <a href="#/more/directory-file">{t("edition.file.action")}</a>
            </p>
          </Notice>
        </>
      );
  }
};
