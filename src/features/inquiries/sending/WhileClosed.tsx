import { useTranslation } from "react-i18next";
import type { WhileClosed as State } from "#domain/envelope/sending.ts";

/** Whether it goes though Enlace is closed. */
export const WhileClosed = ({ whileClosed }: { readonly whileClosed: State }) => {
  const { t } = useTranslation("inquiries");
  switch (whileClosed) {
    case "goesByItself":
      return <>{t("sending.goesByItself.message")}</>;
    case "goesWhenOpened":
      return <>{t("sending.goesWhenOpened.message")}</>;
  }
};
