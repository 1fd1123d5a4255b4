import { useTranslation } from "react-i18next";
import type { DeskId } from "#domain/desk.ts";
import { formatNumber } from "#i18n/format.ts";
import { countClosed } from "#storage/feed/countClosed.ts";
import { useLive } from "#storage/useLive.ts";
import { ButtonLink } from "#ui/controls/ButtonLink.tsx";
import { OpenSheetForm } from "./OpenSheetForm.tsx";
import { SheetOutcomeNotice } from "./SheetOutcomeNotice.tsx";
import { useOpeningSheet } from "./useOpeningSheet.ts";

/** How much waits for the words, the field for them, and what came of it. */
export const OpenSheet = ({ desk }: { readonly desk: DeskId }) => {
  const { t, i18n } = useTranslation("device");
  const closed = useLive((database) => countClosed(database, desk), `closed of ${desk}`);
  const opening = useOpeningSheet(desk);
  const { outcome } = opening;
  const count = closed.type === "ready" ? closed.value : 0;
  const formatted = formatNumber(count, i18n.language);
  return (
    <>
      {outcome && <SheetOutcomeNotice outcome={outcome} />}
      {closed.type === "ready" && count === 0 && !outcome && (
        <p>{t("sheetOpening.nothing.message")}</p>
      )}
      {count > 0 && !outcome && <p>{t("sheetOpening.waiting.message", { count, formatted })}</p>}
      {count > 0 && <OpenSheetForm opening={opening} />}
      <p>
        <ButtonLink tone={outcome ? "primary" : "quiet"} href="#/inquiries">
          {t("sheetOpening.list.action")}
        </ButtonLink>
      </p>
    </>
  );
};
