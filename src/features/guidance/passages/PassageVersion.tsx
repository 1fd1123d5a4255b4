import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ContentPack, Passage } from "#domain/guidance/contentPack.ts";
import { useReading } from "#features/guidance/reading/useReading.ts";
import type { Side } from "#features/guidance/reading/useSecondLanguage.ts";
import { findPassageLanguage } from "./groupRuns.ts";
import { StandingLabel } from "./SourceLine.tsx";
import { copyText, writeCitation } from "./writeCitation.ts";
import "./PassageVersion.css";

type PassageVersionProps = {
  readonly passage: Passage;
  readonly pack: ContentPack;
  readonly side?: Side | undefined;
  /** The first of its run: its line covers the whole run. */
  readonly isHead: boolean;
};

/** A paragraph as its pack gives it: the source's text is set in serif, our own in sans. */
export const PassageVersion = ({ passage, pack, side, isHead }: PassageVersionProps) => {
  const Element = passage.standing === "summary" ? "div" : "blockquote";
  return (
    <Element className={`version version-${passage.standing}`} data-side={side}>
      {isHead && <StandingLabel standing={passage.standing} />}
      <p lang={findPassageLanguage(passage, pack)}>
        {passage.text}
        <CopyPassage passage={passage} pack={pack} />
      </p>
    </Element>
  );
};

type CopyPassageProps = { readonly passage: Passage; readonly pack: ContentPack };

/**
 * A button after the last word of a paragraph, which copies it with its standing, source and date.
 */
const CopyPassage = ({ passage, pack }: CopyPassageProps) => {
  const { t, i18n } = useTranslation("guidance");
  const { say } = useReading();
  const [isCopied, setIsCopied] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const handleClick = async (): Promise<void> => {
    const isDone = await copyText(writeCitation(i18n, pack, passage));
    setIsCopied(isDone);
    say(isDone ? t("passage.copied.message") : t("passage.notCopied.message"));
    // If copying fails, the text is selected, ready for the device's own copy command.
    if (!isDone && button.current?.parentElement) {
      getSelection()?.selectAllChildren(button.current.parentElement);
    }
  };
  const beginning = passage.text.split(/\s+/, 5).join(" ");
  return (
    <button
      ref={button}
      type="button"
      className="passage-copy no-print"
      lang={i18n.language}
      aria-label={t("passage.copy.action", { beginning })}
      title={t("passage.copy.hint")}
      onClick={() => void handleClick()}
      onBlur={() => setIsCopied(false)}
    >
      <svg aria-hidden="true" viewBox="0 0 16 16">
        <path d={isCopied ? tick : sheets} />
      </svg>
    </button>
  );
};

const sheets = "M5.5 5.5V2.5h8v8h-3M2.5 5.5h8v8h-8z";

const tick = "M3 8.5 6.5 12 13 4.5";
