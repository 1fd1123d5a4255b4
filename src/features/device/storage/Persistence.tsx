import { useTranslation } from "react-i18next";
import { Button } from "#ui/controls/Button.tsx";
import { StateWord } from "#ui/signs/StateWord.tsx";
import { usePersistence } from "./usePersistence.ts";

export const Persistence = () => {
  const { t } = useTranslation("device");
  const { persistence, ask } = usePersistence();
  const { type } = persistence;
  return (
    <>
      <p role="status" className="device-state">
        {type === "kept" && (
          <StateWord shape="tick" tone="good">
            {t("persistence.kept.message")}
          </StateWord>
        )}
        {(type === "notPromised" || type === "refused") && (
          <StateWord shape="ring" tone="caution">
            {t("persistence.notPromised.message")}
          </StateWord>
        )}
        {type === "asking" && <StateWord shape="half">{t("persistence.asking.message")}</StateWord>}
        {type === "unsupported" && (
          <StateWord shape="ring">{t("persistence.unsupported.message")}</StateWord>
        )}
      </p>
      {type === "kept" && <p>{t("persistence.kept.hint")}</p>}
      {type === "refused" && <p>{t("persistence.refused.message")}</p>}
      {type === "notPromised" && <p>{t("persistence.notPromised.hint")}</p>}
      {(type === "notPromised" || type === "refused") && (
        <Button onClick={ask}>{t("persistence.ask.action")}</Button>
      )}
    </>
  );
};
