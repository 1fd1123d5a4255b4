import type { ReactNode } from "react";
import "./WaySection.css";

type WaySectionProps = {
  readonly title: string;
  /** The level of its heading on the page. */
  readonly level?: 3 | 4;
  readonly children: ReactNode;
};

/** One of the ways to send an inquiry. */
export const WaySection = ({ title, level = 4, children }: WaySectionProps) => {
  const Heading = `h${level}` as const;
  return (
    <section className="way">
      <Heading className="way-title">{title}</Heading>
      {children}
    </section>
  );
};
