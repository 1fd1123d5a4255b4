import { useTranslation } from "react-i18next";
import { type DeskId, deskToId } from "#domain/desk.ts";
import { VaultGate } from "#features/device/vault/VaultGate.tsx";
import { Button, ButtonLink } from "#ui/controls/Button.tsx";
import { Callout } from "#ui/signs/Callout.tsx";
import { Waiting } from "#ui/signs/Waiting.tsx";
import { sayDesk } from "#words/sayDesk.ts";
import { sayError } from "#words/sayError.ts";
import { SheetFrame, type SheetOfDesk, useDeskSheets } from "./SheetPage.tsx";
import { SheetPaper } from "./SheetPaper.tsx";
import { SheetCheck, SheetWordList } from "./SheetWords.tsx";
import { type MakingSheet, useMakingSheet } from "./useMakingSheet.ts";

/** Makes a recovery sheet for a desk of this device. */
export const MakeSheetPage = ({ desk }: { readonly desk: DeskId }) => {
  const { t, i18n } = useTranslation(["device", "app"]);
  const sheets = useDeskSheets();
  const title = t("sheetMaking.page.title");
  if (sheets.type === "failed") {
    return (
      <SheetFrame title={title}>
        <Callout tone="danger" title={sayError(i18n, sheets.error)} />
      </SheetFrame>
    );
  }
  if (sheets.type === "loading") {
    return (
      <SheetFrame title={title}>
        <Waiting label={t("app:app.loading.message")} />
      </SheetFrame>
    );
  }
  const of = sheets.value.find(({ enrolment }) => deskToId(enrolment.desk) === desk);
  if (of) return <MakeSheet of={of} />;
  return (
    <SheetFrame title={title}>
      <p>{t("sheetMaking.gone.message")}</p>
    </SheetFrame>
  );
};

/** Leads from drawing the words to the valid sheet; prints only the sheet. */
const MakeSheet = ({ of: { enrolment, sheet } }: { readonly of: SheetOfDesk }) => {
  const { t, i18n } = useTranslation("device");
  const making = useMakingSheet(enrolment);
  const { step } = making;
  return (
    <>
      <SheetFrame title={t("sheetMaking.page.title")}>
        <p>
          <strong>{sayDesk(i18n, enrolment.desk)}</strong>
        </p>
        <VaultGate>
          <MakingSteps making={making} isEarlier={sheet.type !== "none"} />
        </VaultGate>
        {step.type !== "done" && (
          <ButtonLink tone="quiet" href="#/more/sheet">
            {t("sheetMaking.cancel.action")}
          </ButtonLink>
        )}
      </SheetFrame>
      {step.type === "words" && <SheetPaper desk={enrolment.desk} drawn={step.drawn} />}
    </>
  );
};

type MakingStepsProps = {
  readonly making: MakingSheet;
  /** This desk made or withdrew a sheet before. */
  readonly isEarlier: boolean;
};

/**
 * Shows one step at a time: an explanation, the words, a check of three of them, and the result.
 */
const MakingSteps = ({ making, isEarlier }: MakingStepsProps) => {
  const { t } = useTranslation(["device", "app"]);
  const { step, isWorking } = making;
  switch (step.type) {
    case "before":
      return (
        <>
          <p>{t("sheetMaking.before.message")}</p>
          <p>{t("sheetMaking.printer.message")}</p>
          {isEarlier && <p>{t("sheetMaking.earlier.message")}</p>}
          <Button tone="primary" aria-disabled={isWorking} onClick={making.draw}>
            {isWorking ? t("app:app.loading.message") : t("sheetMaking.draw.action")}
          </Button>
        </>
      );
    case "words":
      return <SheetWordList drawn={step.drawn} onPaper={() => making.check(step.drawn)} />;
    case "check":
      return <SheetCheck key={step.places.join(" ")} step={step} making={making} />;
    case "done":
      return (
        <Callout tone="good" announce title={t("sheetMaking.done.title")}>
          <p>{t("sheetMaking.done.message")}</p>
          <ButtonLink href="#/more/sheet">{t("sheet.page.title")}</ButtonLink>
        </Callout>
      );
  }
};
