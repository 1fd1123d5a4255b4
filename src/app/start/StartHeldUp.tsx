import { useTranslation } from "react-i18next";
import type { StorageError } from "#storage/storageError.ts";

/** The storage has not opened yet: says why, and that it goes on by itself. */
export const StartHeldUp = ({ error }: { readonly error: StorageError }) => {
  const { t } = useTranslation(["app", "errors"]);
  return (
    <main className="welcome">
      <h1>{t("boundary.heldUp.title")}</h1>
      <div role="status">
        <p>{t(`errors:${error.type}`)}</p>
        <p>{t("boundary.heldUp.message")}</p>
      </div>
    </main>
  );
};
