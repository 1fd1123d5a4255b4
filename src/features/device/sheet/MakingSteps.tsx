import { useTranslation } from "react-i18next";
import { Button } from "#ui/controls/Button.tsx";
import { ButtonLink } from "#ui/controls/ButtonLink.tsx";
import { Notice } from "#ui/signs/Notice.tsx";
import { SheetCheck } from "./SheetCheck.tsx";
import { SheetWordList } from "./SheetWords.tsx";
import type { MakingSheet } from "./useMakingSheet.ts";

type MakingStepsProps = {
  readonly making: MakingSheet;
  /** Something was said of a sheet of this desk before. */
  readonly isEarlier: boolean;
};

/** One step at a time: what will happen, the words, three of them asked back, and that it counts. */
export const MakingSteps = ({ making, isEarlier }: MakingStepsProps) => {
  const { t } = useTranslation("device");
  const { step, isWorking } = making;
  switch (step.type) {
    case "before":
      return (
        <>
          <p>{t("sheetMaking.before.message")}</p>
          <p>{t("sheetMaking.printer.message")}</p>
          {isEarlier && <p>{t("sheetMaking.earlier.message")}</p>}
          <Button tone="primary" aria-disabled={isWorking} onClick={making.draw}>
            {isWorking ? t("sheetMaking.working.message") : t("sheetMaking.draw.action")}
          </Button>
        </>
      );
    case "words":
      return <SheetWordList drawn={step.drawn} onPaper={() => making.check(step.drawn)} />;
    case "check":
      return <SheetCheck key={step.places.join(" ")} step={step} making={making} />;
    case "done":
      return (
        <Notice tone="good" announce title={t("sheetMaking.done.title")}>
          <p>{t("sheetMaking.done.message")}</p>
          <ButtonLink href="#/more/sheet">{t("sheet.page.title")}</ButtonLink>
        </Notice>
      );
  }
};
