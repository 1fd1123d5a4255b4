import { useTranslation } from "react-i18next";
import { Button } from "#ui/Button.tsx";
import { copyText } from "./copyText.ts";
import { useReading } from "./useReading.ts";

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
