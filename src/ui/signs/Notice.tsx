import type { ReactNode } from "react";
import "./Notice.css";

type NoticeProps = {
  readonly tone: "plain" | "good" | "caution" | "danger";
  readonly title?: string | undefined;
  /** Announced when it appears: for what just happened, not for what was always there. */
  readonly announce?: boolean;
  readonly children?: ReactNode;
};

/** Something to know before going on; its tone is in its words and its edge, not in colour alone. */
export const Notice = ({ tone, title, announce = false, children }: NoticeProps) => (
  <div className={`notice notice-${tone}`} role={announce ? "status" : undefined}>
    {title && <p className="notice-title">{title}</p>}
    {children}
  </div>
);
