import type { AnchorHTMLAttributes, ButtonHTMLAttributes } from "react";
import "./Button.css";

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  readonly tone?: "primary" | "plain" | "quiet" | "danger";
};

export const Button = ({ tone = "plain", className, type, ...rest }: ButtonProps) => (
  <button
    type={type ?? "button"}
    className={`button button-${tone}${className ? ` ${className}` : ""}`}
    {...rest}
  />
);

type ButtonLinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & {
  readonly tone?: "primary" | "plain" | "quiet";
};

/** A link that looks like a button: to a route, `tel:`, `mailto:` or a file. */
export const ButtonLink = ({ tone = "plain", className, children, ...rest }: ButtonLinkProps) => (
  <a className={`button button-${tone}${className ? ` ${className}` : ""}`} {...rest}>
    {children}
  </a>
);
