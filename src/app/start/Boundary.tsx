import { Component, type ReactNode } from "react";
import { BoundaryScreen } from "./BoundaryScreen.tsx";

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
