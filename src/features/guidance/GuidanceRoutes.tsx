import { useTranslation } from "react-i18next";
import { chooseLanguage } from "#domain/language.ts";
import { GuidanceShell } from "#features/guidance/reading/GuidanceShell.tsx";
import { usePack } from "#features/guidance/reading/usePack.ts";
import { Notice } from "#ui/signs/Notice.tsx";
import { PageHeading } from "#ui/signs/PageHeading.tsx";
import { Waiting } from "#ui/signs/Waiting.tsx";
import { GuidancePages } from "./GuidancePages.tsx";
import "./Guidance.css";
import "./Lists.css";

/** All that is read: measures, procedures, time line, glossary, and the search through them. */
export const GuidanceRoutes = () => {
  const { t, i18n } = useTranslation(["guidance", "errors"]);
  const live = usePack(chooseLanguage([i18n.language]));
  switch (live.type) {
    case "loading":
      return <Waiting label={t("page.loading.message")} />;
    case "failed":
      return (
        <>
          <PageHeading title={t("page.guidance.title")} />
          <Notice tone="danger" title={t("page.failed.title")} announce>
            <p>{t(`errors:${live.error.type}`)}</p>
            <p>{t("page.failed.hint")}</p>
          </Notice>
        </>
      );
    case "ready":
      if (live.value) {
        return (
          <GuidanceShell first={live.value}>
            <GuidancePages />
          </GuidanceShell>
        );
      }
      return (
        <>
          <PageHeading title={t("page.guidance.title")} />
          <Notice tone="plain" title={t("page.missing.title")} announce>
            <p>{t("page.missing.message")}</p>
          </Notice>
        </>
      );
  }
};
