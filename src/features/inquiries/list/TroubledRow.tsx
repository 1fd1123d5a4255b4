import { useTranslation } from "react-i18next";
import { idToDesk } from "#domain/desk.ts";
import { troubledHref } from "#features/inquiries/inquiryHref.ts";
import { SheetLink } from "#features/inquiries/thread/TroubledScreen.tsx";
import { formatInstant } from "#i18n/format.ts";
import { StateWord } from "#ui/signs/StateWord.tsx";
import { ErrorText } from "#words/ErrorText.tsx";
import { sayDesk } from "#words/say.ts";
import type { ListRowPlan } from "./planThreadList.ts";

type RowOf<T extends ListRowPlan["type"]> = {
  readonly row: Extract<ListRowPlan, { type: T }>;
};

/** Something arrived that could not be opened or verified: it stands in the list as that. */
export const TroubledRow = ({ row }: RowOf<"troubled">) => {
  const { t, i18n } = useTranslation("inquiries");
  const { desk, envelopeId, receipt, problem } = row.arrived;
  return (
    <a href={troubledHref(desk, envelopeId)}>
      <span className="inquiry-name">{t("troubled.row.title")}</span>
      <StateWord shape="cross" tone="caution">
        {t("status.unreadable.label")}
      </StateWord>
      {problem && (
        <span>
          <ErrorText error={problem} />
        </span>
      )}
      <span className="quiet">
        {t("list.receipt.label", { number: receipt.number })} ·{" "}
        {formatInstant(receipt.heldAt, i18n.language)}
      </span>
    </a>
  );
};

/** What was sealed before this device joined: one row for all, since one tap elsewhere mends it. */
export const SealedBeforeRow = ({ row }: RowOf<"sealedBefore">) => {
  const { t, i18n } = useTranslation("inquiries");
  const desk = sayDesk(t, i18n.language, idToDesk(row.desk));
  return (
    <div className="inquiry-row">
      <span className="inquiry-lead">{t("troubled.before.title", { count: row.count })}</span>
      <span>{t("troubled.notSealedToUs.message")}</span>
      <span className="quiet">{t("troubled.arrivedFor.label", { desk })}</span>
      <SheetLink desk={row.desk} />
    </div>
  );
};

/** A row of this device's own storage that does not open: nothing to go to, and not hidden. */
export const UnreadableRow = ({ row }: RowOf<"unreadable">) => {
  const { t } = useTranslation("inquiries");
  return (
    <div className="inquiry-row">
      <span className="inquiry-lead">{t("list.unreadable.title")}</span>
      <span>
        <ErrorText error={row.row} />
      </span>
    </div>
  );
};
