import type { ReactNode } from "react";
import "./Callout.css";

type CalloutProps = {
  readonly tone: "plain" | "good" | "caution" | "danger";
  readonly title?: string | undefined;
  /** Announces it when it appears: for what just happened, not for permanent text. */
  readonly announce?: boolean;
  readonly children?: ReactNode;
};

/** Something to know before continuing; its text and its edge show its tone, not color alone. */
export const Callout = ({ tone, title, announce = false, children }: CalloutProps) => (
  <div className={`callout callout-${tone}`} role={announce ? "status" : undefined}>
    {title && <p className="callout-title">{title}</p>}
    {children}
  </div>
);
