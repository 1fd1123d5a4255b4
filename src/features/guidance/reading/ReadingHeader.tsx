import type { ReactNode } from "react";
import { PageHeading } from "#ui/signs/PageHeading.tsx";
import { LanguageSwitch } from "./LanguageSwitch.tsx";
import { PrintedHead } from "./PrintedHead.tsx";
import { ReadingTools } from "./ReadingTools.tsx";

type ReadingHeaderProps = {
  readonly title: string;
  readonly back?: { readonly href: string; readonly label: string };
  /** The title as it is shown, where it is more than plain words. */
  readonly children?: ReactNode;
};

/** The head of a page that is read: where it belongs, what it is called, how to read it. */
export const ReadingHeader = ({ title, back, children }: ReadingHeaderProps) => (
  <>
    <PrintedHead />
    <PageHeading title={title} {...(back ? { back } : {})}>
      {children}
    </PageHeading>
    <ReadingTools />
    <LanguageSwitch />
  </>
);
