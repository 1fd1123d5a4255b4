import type { ReactNode } from "react";
import "./Callout.css";

type CalloutProps = {
  readonly tone: "plain" | "good" | "caution" | "danger";
  readonly title?: string | undefined;
  /** Announced when it appears: for what just happened, not for what was always there. */
  readonly announce?: boolean;
  readonly children?: ReactNode;
};

/** Something to know before going on; its tone is in its words and its edge, not in colour alone. */
export const Callout = ({ tone, title, announce = false, children }: CalloutProps) => (
  <div className={`callout callout-${tone}`} role={announce ? "status" : undefined}>
    {title && <p className="callout-title">{title}</p>}
    {children}
  </div>
);
