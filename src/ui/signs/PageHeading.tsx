import { type ReactNode, useEffect, useRef } from "react";
import "./PageHeading.css";

type PageHeadingProps = {
  readonly title: string;
  readonly back?: { readonly href: string; readonly label: string };
  /** The title as it is shown, where it is more than plain words: in two languages, say. */
  readonly children?: ReactNode;
};

/**
 * The one `h1` of a screen. It takes the focus when the screen is entered, so that a screen reader
 * says where one is, and gives the tab its title.
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
