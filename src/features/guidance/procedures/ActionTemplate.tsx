import type { ContentPack, MeasureActions } from "#domain/guidance/contentPack.ts";
import { useReading } from "#features/guidance/reading/useReading.ts";
import type { Side } from "#features/guidance/reading/useSecondLanguage.ts";
import { CopyTemplate } from "./CopyTemplate.tsx";

type ActionTemplateProps = {
  readonly pick: (pack: ContentPack) => MeasureActions["template"] | undefined;
};

/** A text to start from, on a sheet of its own, to copy whole. */
export const ActionTemplate = ({ pick }: ActionTemplateProps) => {
  const { first, second, found } = useReading();
  const template = pick(first);
  const other = second ? pick(second) : undefined;
  if (!template) return null;
  const isFound = template.body.id === found;
  return (
    <div
      className={isFound ? "pair passage passage-found" : "pair passage"}
      id={template.body.id}
      data-row
    >
      <Sheet text={template.body.text} language={first.language} side={other && "first"} />
      {other && second && <Sheet text={other.body.text} language={second.language} side="second" />}
    </div>
  );
};

type SheetProps = {
  readonly text: string;
  readonly language: string;
  readonly side?: Side | undefined;
};

const Sheet = ({ text, language, side }: SheetProps) => (
  <div className="template" data-side={side}>
    <p className="template-text" lang={language}>
      {text}
    </p>
    <CopyTemplate text={text} />
  </div>
);
