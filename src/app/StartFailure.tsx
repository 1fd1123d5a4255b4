import i18next from "i18next";
import type { StorageError } from "#storage/storageError.ts";
import { Button } from "#ui/Button.tsx";

/** The storage could not be opened: says why, and what is safe, before anything else is shown. */
export const StartFailure = ({ error }: { readonly error: StorageError }) => (
  <main className="welcome">
    <h1>{i18next.t("boundary.start.title")}</h1>
    <p>{i18next.t(`errors:${error.type}`)}</p>
    <Button tone="primary" onClick={() => location.reload()}>
      {i18next.t("banner.reload.action")}
    </Button>
  </main>
);
