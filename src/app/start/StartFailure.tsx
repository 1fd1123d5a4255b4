import { useTranslation } from "react-i18next";
import type { StorageError } from "#storage/storageError.ts";
import { Button } from "#ui/controls/Button.tsx";

/** The storage could not be opened: says why, and what is safe, before anything else is shown. */
export const StartFailure = ({ error }: { readonly error: StorageError }) => {
  const { t } = useTranslation(["app", "errors"]);
  return (
    <main className="welcome">
      <h1>{t("boundary.start.title")}</h1>
      <p>{t(`errors:${error.type}`)}</p>
      <Button tone="primary" onClick={() => location.reload()}>
        {t("banner.reload.action")}
      </Button>
    </main>
  );
};
