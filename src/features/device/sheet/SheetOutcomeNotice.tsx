import { useTranslation } from "react-i18next";
import { formatNumber } from "#i18n/format.ts";
import type { SheetOutcome } from "#sealing/desk/openWithSheet.ts";
import { Notice } from "#ui/signs/Notice.tsx";

/** How many letters the words have opened, and why the others stay closed. */
export const SheetOutcomeNotice = ({ outcome }: { readonly outcome: SheetOutcome }) => {
  const { t, i18n } = useTranslation("device");
  const { opened, closed, refused, unknown } = outcome;
  const count = (number: number) => ({
    count: number,
    formatted: formatNumber(number, i18n.language),
  });
  return (
    <Notice
      tone={opened > 0 ? "good" : "caution"}
      announce
      title={t("sheetOpening.opened.title", count(opened))}
    >
      {closed > 0 && <p>{t("sheetOpening.closed.message", count(closed))}</p>}
      {refused > 0 && <p>{t("sheetOpening.refused.message", count(refused))}</p>}
      {unknown > 0 && <p>{t("sheetOpening.unknown.message", count(unknown))}</p>}
    </Notice>
  );
};
