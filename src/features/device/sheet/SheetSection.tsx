import { useId } from "react";
import { useTranslation } from "react-i18next";
import { deskToId } from "#domain/desk.ts";
import { ButtonLink } from "#ui/controls/ButtonLink.tsx";
import { useDeskName } from "#words/useDeskName.ts";
import { SheetState } from "./SheetState.tsx";
import { SheetWithdrawal } from "./SheetWithdrawal.tsx";
import type { SheetOfDesk } from "./useDeskSheets.ts";

/** One desk's recovery sheet, and what can be done about it. */
export const SheetSection = ({ of }: { readonly of: SheetOfDesk }) => {
  const { t } = useTranslation("device");
  const { nameDesk } = useDeskName();
  const titleId = useId();
  const { enrolment, sheet } = of;
  const place = deskToId(enrolment.desk);
  const isMade = sheet.type === "made";
  return (
    <section aria-labelledby={titleId}>
      <h2 id={titleId}>{nameDesk(enrolment.desk)}</h2>
      <SheetState of={of} />
      <div className="button-row">
        <ButtonLink tone={isMade ? "plain" : "primary"} href={`#/more/sheet/make/${place}`}>
          {isMade ? t("sheet.replace.action") : t("sheet.make.action")}
        </ButtonLink>
        <ButtonLink href={`#/more/sheet/open/${place}`}>{t("sheet.open.action")}</ButtonLink>
        {isMade && <SheetWithdrawal enrolment={enrolment} />}
      </div>
    </section>
  );
};
