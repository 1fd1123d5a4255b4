import i18next from "i18next";
import type { StorageError } from "#storage/storageError.ts";

/** The storage has not opened yet: says why, and that it goes on by itself. */
export const StartHeldUp = ({ error }: { readonly error: StorageError }) => (
  <main className="welcome" role="status">
    <h1>{i18next.t("boundary.heldUp.title")}</h1>
    <p>{i18next.t(`errors:${error.type}`)}</p>
    <p>{i18next.t("boundary.heldUp.message")}</p>
  </main>
);
