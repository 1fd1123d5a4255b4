import { useTranslation } from "react-i18next";
import { copyText } from "#features/guidance/passages/copyText.ts";
import { useReading } from "#features/guidance/reading/useReading.ts";
import { Button } from "#ui/controls/Button.tsx";

/** Copies a template without a citation: it is there to become someone's own text. */
export const CopyTemplate = ({ text }: { readonly text: string }) => {
  const { t } = useTranslation("guidance");
  const { say } = useReading();
  const handleClick = async (): Promise<void> => {
    const isDone = await copyText(text);
    say(isDone ? t("template.copied.message") : t("passage.notCopied.message"));
  };
  return (
    <Button className="no-print" onClick={() => void handleClick()}>
      {t("template.copy.action")}
    </Button>
  );
};
