import { useTranslation } from "react-i18next";
import { type DeskId, idToDesk } from "#domain/desk.ts";
import type { EnvelopeId } from "#domain/envelope/envelope.ts";
import type { ArrivalProblem } from "#domain/thread/thread.ts";
import { listSheetKeys } from "#domain/trust/deskSheet.ts";
import { inquiriesHref } from "#features/inquiries/inquiryRoute.ts";
import { NotFoundInquiry } from "#features/inquiries/opened/ToThread.tsx";
import { formatInstant } from "#i18n/format.ts";
import { listRegistry } from "#storage/desk/registry.ts";
import { type ArrivedEnvelope, listTroubled } from "#storage/feed/arrived.ts";
import { useLive } from "#storage/useLive.ts";
import { ButtonLink } from "#ui/controls/Button.tsx";
import { Callout } from "#ui/signs/Callout.tsx";
import { PageHeading } from "#ui/signs/PageHeading.tsx";
import { Waiting } from "#ui/signs/Waiting.tsx";
import { ErrorText, ReadFailure } from "#words/ErrorText.tsx";
import { sayDesk } from "#words/sayDesk.ts";

type TroubledScreenProps = { readonly desk: DeskId; readonly id: EnvelopeId };

/** One arrival that can't be shown as a letter. */
export const TroubledScreen = ({ desk, id }: TroubledScreenProps) => {
  const { t } = useTranslation("inquiries");
  const troubled = useLive(listTroubled, "troubled");
  if (troubled.type === "failed") return <ReadFailure error={troubled.error} />;
  if (troubled.type === "loading") return <Waiting label={t("list.loading.message")} />;
  const arrived = troubled.value.find((row) => row.envelopeId === id && row.desk === desk);
  if (!arrived) return <NotFoundInquiry />;
  return (
    <>
      <PageHeading
        title={t("troubled.row.title")}
        back={{ href: inquiriesHref, label: t("editor.list.action") }}
      />
      <TroubledCallout arrived={arrived} />
      <p>
        <a href="#/directory">{t("troubled.directory.action")}</a>
      </p>
    </>
  );
};

/** Links to what a desk's recovery sheet opens; shows nothing for a desk that never had a sheet. */
export const SheetLink = ({ desk }: { readonly desk: DeskId }) => {
  const { t } = useTranslation(["inquiries", "words"]);
  const keys = useLive(
    async (database) => listSheetKeys(await listRegistry(database), idToDesk(desk)),
    `sheets of ${desk}`,
  );
  if (keys.type !== "ready" || keys.value.length === 0) return null;
  return <ButtonLink href={`#/more/sheet/open/${desk}`}>{t("words:sheet.open.action")}</ButtonLink>;
};

/**
 * Explains an arrival that is not shown as a letter: why, what that means, and what can be done.
 */
export const TroubledCallout = ({ arrived }: { readonly arrived: ArrivedEnvelope }) => {
  const { t, i18n } = useTranslation("inquiries");
  const { problem, receipt, desk } = arrived;
  if (!problem) return null;
  const when = formatInstant(receipt.heldAt, i18n.language);
  return (
    <Callout tone="caution" title={t("troubled.row.title")}>
      <p>
        <strong>
          <ErrorText error={problem} />
        </strong>
      </p>
      <p>{t(adviceKeys[problem.type])}</p>
      <p className="quiet">
        {t("troubled.arrivedFor.label", { desk: sayDesk(i18n, idToDesk(desk)) })}
      </p>
      <p className="quiet">{t("print.held.label", { when, number: receipt.number })}</p>
    </Callout>
  );
};

/** Advice on an arrival that can't be shown as a letter. */
const adviceKeys = {
  notSealedToUs: "troubled.notSealedToUs.message",
  sealBroken: "troubled.sealBroken.message",
  signatureBroken: "troubled.notProven.message",
  letterMalformed: "troubled.letterMalformed.message",
  readdressed: "troubled.notProven.message",
  authorUnknown: "troubled.authorUnknown.message",
  authorOfOtherDesk: "troubled.notProven.message",
} as const satisfies Record<ArrivalProblem["type"], string>;
