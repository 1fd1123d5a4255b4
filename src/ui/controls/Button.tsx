import type { ButtonHTMLAttributes } from "react";
import "./Button.css";

export type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  readonly tone?: "primary" | "plain" | "quiet" | "danger";
};

export const Button = ({ tone = "plain", className, type, ...rest }: ButtonProps) => (
  <button
    type={type ?? "button"}
    className={`button button-${tone}${className ? ` ${className}` : ""}`}
    {...rest}
  />
);
