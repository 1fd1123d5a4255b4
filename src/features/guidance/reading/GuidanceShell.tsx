import { type ReactNode, useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { ContentPack } from "#domain/guidance/contentPack.ts";
import { languages } from "#domain/language.ts";
import { useHashSearch } from "#ui/browser/useHashLocation.ts";
import { PageHeading } from "#ui/signs/PageHeading.tsx";
import { KeepPlace } from "./KeepPlace.tsx";
import { LanguageSwitch, ReadingTools } from "./ReadingTools.tsx";
import { ReadingContext, useNews } from "./useReading.ts";
import { type FoundPassage, useSecondLanguage, useSecondPack } from "./useSecondLanguage.ts";
import "./GuidanceShell.css";

type GuidanceShellProps = { readonly first: ContentPack; readonly children: ReactNode };

/**
 * Frames a page of guidance: one language or two, the linked passage, and the line for messages.
 */
export const GuidanceShell = ({ first, children }: GuidanceShellProps) => {
  const { news, say } = useNews();
  const found = useFoundPassage();
  const secondLanguage = useSecondLanguage(first.language, found);
  const wanted = secondLanguage.language === first.language ? null : secondLanguage.language;
  const second = useSecondPack(wanted);
  const shown = second ? secondLanguage.shown : "first";
  const isHere = [null, first.language, second?.language].includes(found.language);
  useEffect(() => {
    if (found.id && isHere) showFoundPassage(found.id);
  }, [found.id, isHere]);
  return (
    <ReadingContext value={{ first, second, secondLanguage, found: found.id, say }}>
      <div className="guidance">
        <div className={second ? "reading reading-paired" : "reading"} data-shown={shown}>
          <KeepPlace placeKey={`${first.language} ${second?.language} ${shown}`}>
            {children}
          </KeepPlace>
        </div>
      </div>
      <p role="status" className="reading-news no-print">
        {news}
      </p>
    </ReadingContext>
  );
};

/** Tells readers of a printed page what they can't know: who wrote the text, and who did not. */
const PrintedHead = () => {
  const { t } = useTranslation("guidance");
  return <p className="printed-head print-only">{t("page.printed.message")}</p>;
};

type ReadingHeaderProps = {
  readonly title: string;
  readonly back?: { readonly href: string; readonly label: string };
  /** The title as shown, if it is more than plain text. */
  readonly children?: ReactNode;
};

/** The head of a page to read: its place, its title and the reading tools. */
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

/** Reads the passage and the language from a link of the search: `?at=measure.5.draft&in=pt`. */
const useFoundPassage = (): FoundPassage => {
  const search = new URLSearchParams(useHashSearch());
  const wanted = search.get("in");
  return {
    id: search.get("at"),
    language: languages.find((language) => language === wanted) ?? null,
  };
};

/** Scrolls a passage to the middle of the screen and moves the screen reader to it. */
const showFoundPassage = (id: string): void => {
  // After the frame in which a new page is scrolled to the top.
  requestAnimationFrame(() => {
    const row = document.getElementById(id);
    if (!row) return;
    row.tabIndex = -1;
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: "center", behavior: "instant" });
  });
};
