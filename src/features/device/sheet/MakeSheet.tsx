import { useTranslation } from "react-i18next";
import { VaultGate } from "#features/device/vault/VaultGate.tsx";
import { ButtonLink } from "#ui/controls/ButtonLink.tsx";
import { useDeskName } from "#words/useDeskName.ts";
import { MakingSteps } from "./MakingSteps.tsx";
import { SheetFrame } from "./SheetFrame.tsx";
import { SheetPaper } from "./SheetPaper.tsx";
import type { SheetOfDesk } from "./useDeskSheets.ts";
import { useMakingSheet } from "./useMakingSheet.ts";

/** From drawing the words to the sheet that counts; on paper, the sheet alone. */
export const MakeSheet = ({ of: { enrolment, sheet } }: { readonly of: SheetOfDesk }) => {
  const { t } = useTranslation("device");
  const { nameDesk } = useDeskName();
  const making = useMakingSheet(enrolment);
  const { step } = making;
  return (
    <>
      <SheetFrame title={t("sheetMaking.page.title")}>
        <p>
          <strong>{nameDesk(enrolment.desk)}</strong>
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
