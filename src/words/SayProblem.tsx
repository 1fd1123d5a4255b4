import { useTranslation } from "react-i18next";
import { Notice } from "#ui/signs/Notice.tsx";
import { Waiting } from "#ui/signs/Waiting.tsx";
import type { SayState } from "./useSay.tsx";

/** Shown instead of a text whose language is not there, or not yet. */
export const SayProblem = ({ say }: { readonly say: SayState }) => {
  const { t } = useTranslation("inquiries");
  switch (say.type) {
    case "ready":
      return null;
    case "loading":
      return <Waiting label={t("review.loadingLanguage.message")} />;
    case "failed":
      return <Notice tone="caution">{t("review.languageMissing.error")}</Notice>;
  }
};
