import { useTranslation } from "react-i18next";
import type { StorageError } from "#storage/storageError.ts";

/** The storage has not opened yet: says why, and that it goes on by itself. */
export const StartHeldUp = ({ error }: { readonly error: StorageError }) => {
  const { t } = useTranslation(["app", "errors"]);
  return (
    <main className="welcome" role="status">
      <h1>{t("boundary.heldUp.title")}</h1>
      <p>{t(`errors:${error.type}`)}</p>
      <p>{t("boundary.heldUp.message")}</p>
    </main>
  );
};
