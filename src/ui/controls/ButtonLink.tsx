import type { AnchorHTMLAttributes } from "react";
import "./Button.css";

type ButtonLinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & {
  readonly tone?: "primary" | "plain" | "quiet";
};

/** Looks like a button and goes somewhere: a route, `tel:`, `mailto:`, a file. */
export const ButtonLink = ({ tone = "plain", className, children, ...rest }: ButtonLinkProps) => (
  <a className={`button button-${tone}${className ? ` ${className}` : ""}`} {...rest}>
    {children}
  </a>
);
