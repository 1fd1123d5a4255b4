import { useTranslation } from "react-i18next";
import { StateWord } from "#ui/signs/StateWord.tsx";
import type { PushState } from "./planPushState.ts";

/** Whether this device gives a sign, and why not. */
export const PushStateWord = ({ state }: { readonly state: PushState }) => {
  const { t } = useTranslation("device");
  switch (state.type) {
    case "reading":
      return <StateWord shape="half">{t("pushNotice.reading.message")}</StateWord>;
    case "on":
      return (
        <StateWord shape="tick" tone="good">
          {t("pushNotice.on.message")}
        </StateWord>
      );
    case "off":
      return <StateWord shape="ring">{t("pushNotice.off.message")}</StateWord>;
    case "missing":
      return <StateWord shape="ring">{t("pushNotice.missing.message")}</StateWord>;
    case "needsHomeScreen":
      return <StateWord shape="ring">{t("pushNotice.needsHomeScreen.message")}</StateWord>;
    case "denied":
      return (
        <StateWord shape="cross" tone="caution">
          {t("pushNotice.denied.message")}
        </StateWord>
      );
    case "notOffered":
      return <StateWord shape="ring">{t("pushNotice.notOffered.message")}</StateWord>;
    case "unknown":
      return (
        <StateWord shape="half" tone="caution">
          {t("pushNotice.unknown.message")}
        </StateWord>
      );
  }
};
