import { useTranslation } from "react-i18next";
import type { ContentPack, MeasureActions } from "#domain/guidance/contentPack.ts";
import { copyText } from "#features/guidance/passages/writeCitation.ts";
import { useReading } from "#features/guidance/reading/useReading.ts";
import type { Side } from "#features/guidance/reading/useSecondLanguage.ts";
import { Button } from "#ui/controls/Button.tsx";
import "./ActionTemplate.css";

type ActionTemplateProps = {
  readonly pick: (pack: ContentPack) => MeasureActions["template"] | undefined;
};

/** A template text, set apart and copied as a whole. */
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

/** Copies a template without a citation, because it is meant to become the reader's own text. */
const CopyTemplate = ({ text }: { readonly text: string }) => {
  const { t } = useTranslation(["guidance", "app"]);
  const { say } = useReading();
  const handleClick = async (): Promise<void> => {
    const isDone = await copyText(text);
    say(isDone ? t("app:copy.done.message") : t("passage.notCopied.message"));
  };
  return (
    <Button className="no-print" onClick={() => void handleClick()}>
      {t("template.copy.action")}
    </Button>
  );
};
