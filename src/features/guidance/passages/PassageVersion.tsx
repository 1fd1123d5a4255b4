import type { ContentPack, Passage } from "#domain/guidance/contentPack.ts";
import type { Side } from "#features/guidance/reading/useSecondLanguage.ts";
import { CopyPassage } from "./CopyPassage.tsx";
import { findPassageLanguage } from "./groupRuns.ts";
import { StandingLabel } from "./SourceLine.tsx";

type PassageVersionProps = {
  readonly passage: Passage;
  readonly pack: ContentPack;
  readonly side?: Side | undefined;
  /** The first of its run says what all of them are. */
  readonly isHead: boolean;
};

/** A paragraph as its pack gives it: the source's voice is set in serif, our own in sans. */
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
