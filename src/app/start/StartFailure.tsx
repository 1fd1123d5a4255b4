import { Component, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { StorageError } from "#storage/storageError.ts";
import { Button } from "#ui/controls/Button.tsx";
import { sayError } from "#words/sayError.ts";

/** Shown instead of the app if the storage could not be opened: says why. */
export const StartFailure = ({ error }: { readonly error: StorageError }) => {
  const { t, i18n } = useTranslation("app");
  return (
    <main className="welcome">
      <h1>{t("boundary.start.title")}</h1>
      <p>{sayError(i18n, error)}</p>
      <Button tone="primary" onClick={() => location.reload()}>
        {t("banner.reload.action")}
      </Button>
    </main>
  );
};

/** The only screen left after erasing; nothing runs behind it, and it works offline. */
export const ErasedScreen = () => {
  const { t } = useTranslation(["app", "errors"]);
  return (
    <main className="welcome">
      <h1>{t("errors:storageErased")}</h1>
      <p role="status">{t("erased.done.message")}</p>
      <p>{t("erased.left.message")}</p>
      <p>
        <a href="./">{t("erased.again.action")}</a>
      </p>
      <p className="welcome-note">{t("erased.again.hint")}</p>
    </main>
  );
};

/** Shown while the storage is not open yet: says why, and that the app will continue on its own. */
export const StartHeldUp = ({ error }: { readonly error: StorageError }) => {
  const { t, i18n } = useTranslation("app");
  return (
    <main className="welcome">
      <h1>{t("boundary.heldUp.title")}</h1>
      <div role="status">
        <p>{sayError(i18n, error)}</p>
        <p>{t("boundary.heldUp.message")}</p>
      </div>
    </main>
  );
};

type State = { readonly failed: boolean };

/**
 * The only place in this program that catches unexpected errors: records them, offers one way on.
 */
export class Boundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { failed: false };

  static getDerivedStateFromError(): State {
    return { failed: true };
  }

  override componentDidCatch(cause: unknown): void {
    reportError(cause);
  }

  override render(): ReactNode {
    return this.state.failed ? <BoundaryScreen /> : this.props.children;
  }
}

const BoundaryScreen = () => {
  const { t } = useTranslation("app");
  return (
    <main className="welcome">
      <h1>{t("boundary.page.title")}</h1>
      <p>{t("boundary.safe.message")}</p>
      <Button tone="primary" onClick={() => location.reload()}>
        {t("banner.reload.action")}
      </Button>
    </main>
  );
};
