import { useTranslation } from "react-i18next";
import { idToDesk } from "#domain/desk.ts";
import { formatInstant } from "#i18n/format.ts";
import type { ArrivedEnvelope } from "#storage/feed/arrived.ts";
import { Notice } from "#ui/signs/Notice.tsx";
import { ErrorText } from "#words/ErrorText.tsx";
import { adviceKeys } from "#words/letterWords.ts";
import { sayDesk } from "#words/say.ts";

/** Something arrived that is not shown as a letter: why, what that means, and what can be done. */
export const TroubledNotice = ({ arrived }: { readonly arrived: ArrivedEnvelope }) => {
  const { t, i18n } = useTranslation("inquiries");
  const { problem, receipt, desk } = arrived;
  if (!problem) return null;
  const when = formatInstant(receipt.heldAt, i18n.language);
  return (
    <Notice tone="caution" title={t("troubled.row.title")}>
      <p>
        <strong>
          <ErrorText error={problem} />
        </strong>
      </p>
      <p>{t(adviceKeys[problem.type])}</p>
      <p className="quiet">
        {t("troubled.arrivedFor.label", { desk: sayDesk(t, i18n.language, idToDesk(desk)) })}
      </p>
      <p className="quiet">{t("print.held.label", { when, number: receipt.number })}</p>
    </Notice>
  );
};
