import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "#ui/controls/Button.tsx";
import { TextAreaField } from "#ui/fields/TextAreaField.tsx";
import type { OpeningError, OpeningSheet } from "./useOpeningSheet.ts";

/** The field for a recovery sheet's words: emptied once they have opened something. */
export const OpenSheetForm = ({ opening }: { readonly opening: OpeningSheet }) => {
  const { t } = useTranslation("device");
  const say = useSayOpening();
  const [typed, setTyped] = useState("");
  const { error, isWorking } = opening;
  const handleOpen = async (): Promise<void> => {
    if (await opening.open(typed)) setTyped("");
  };
  return (
    <form
      noValidate
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        void handleOpen().catch(reportError);
      }}
    >
      <TextAreaField
        label={t("sheetOpening.words.label")}
        hint={t("sheetOpening.words.hint")}
        value={typed}
        error={error ? say(error) : undefined}
        // A browser that checks spelling elsewhere would send the words there.
        spellCheck={false}
        autoCapitalize="none"
        autoCorrect="off"
        maxLength={2_000}
        onChange={(words) => {
          setTyped(words);
          opening.forget();
        }}
      />
      <Button type="submit" tone="primary" aria-disabled={isWorking}>
        {isWorking ? t("sheetOpening.working.message") : t("sheetOpening.open.action")}
      </Button>
    </form>
  );
};

const useSayOpening = () => {
  const { t } = useTranslation(["device", "errors"]);
  return (error: OpeningError): string => {
    const { type } = error;
    if (type === "sheetWordUnknown") return t("sheetOpening.wordUnknown.error", { ...error });
    if (type === "sheetWordsMissing") return t("sheetOpening.wordsMissing.error", { ...error });
    if (type === "sheetWordsWrong") return t("sheetOpening.wordsWrong.error");
    if (type === "sheetOfOtherDesk") return t("sheetOpening.otherDesk.error");
    return t("sheetOpening.failed.error", { reason: t(`errors:${type}`, { ...error }) });
  };
};
