import { type ReactNode, useEffect, useRef } from "react";
import "./PageHeading.css";

type PageHeadingProps = {
  readonly title: string;
  readonly back?: { readonly href: string; readonly label: string };
  /** The title as shown, if it is more than plain text, such as two languages. */
  readonly children?: ReactNode;
};

/**
 * The only `h1` of a screen. It takes the focus when the screen opens, so that a screen reader
 * announces the page, and sets the tab's title.
 */
export const PageHeading = ({ title, back, children }: PageHeadingProps) => {
  const element = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Enlace`;
  }, [title]);
  useEffect(() => {
    if (document.activeElement === document.body) element.current?.focus({ preventScroll: true });
  }, []);
  return (
    <header className="page-heading">
      {back && (
        <a className="page-back no-print" href={back.href}>
          <span aria-hidden="true">← </span>
          {back.label}
        </a>
      )}
      <h1 ref={element} tabIndex={-1}>
        {children ?? title}
      </h1>
    </header>
  );
};
