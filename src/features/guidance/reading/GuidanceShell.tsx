import { type ReactNode, useEffect } from "react";
import type { ContentPack } from "#domain/guidance/contentPack.ts";
import { useFoundPassage } from "./foundPassage.ts";
import { KeepPlace } from "./KeepPlace.tsx";
import { showFoundPassage } from "./showFoundPassage.ts";
import { useNews } from "./useNews.ts";
import { ReadingContext } from "./useReading.ts";
import { useSecondLanguage } from "./useSecondLanguage.ts";
import { useSecondPack } from "./useSecondPack.ts";

type GuidanceShellProps = { readonly first: ContentPack; readonly children: ReactNode };

/** One language or two, the passage that a link led to, and the line that says what was done. */
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
