import { Component, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "#ui/controls/Button.tsx";

type State = { readonly failed: boolean };

/** The one place of this program where the unexpected is caught: it records, and offers one way on. */
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
