import { type ReactNode, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { deskToId } from "#domain/desk.ts";
import type { Enrolment } from "#domain/device/profile.ts";
import { listDeskDevices } from "#domain/trust/deskDevices.ts";
import { type DeskSheet, findDeskSheet } from "#domain/trust/deskSheet.ts";
import { DevicePage } from "#features/device/page/DevicePage.tsx";
import { SureDialog } from "#features/device/page/SureDialog.tsx";
import { VaultGate } from "#features/device/vault/VaultGate.tsx";
import { formatInstant } from "#i18n/format.ts";
import type { EnlaceDatabase } from "#storage/database.ts";
import { listEnrolments } from "#storage/desk/enrolments.ts";
import { listRegistry } from "#storage/desk/registry.ts";
import { type Live, useDatabase, useLive } from "#storage/useLive.ts";
import { useSync } from "#sync/useSync.ts";
import { Button, ButtonLink } from "#ui/controls/Button.tsx";
import { Callout } from "#ui/signs/Callout.tsx";
import { PageHeading } from "#ui/signs/PageHeading.tsx";
import { Waiting } from "#ui/signs/Waiting.tsx";
import { sayDesk } from "#words/sayDesk.ts";
import { sayError } from "#words/sayError.ts";
import { type SheetFailure, usePublishingSheet } from "./usePublishingSheet.ts";

/** Explains recovery sheets, and shows whether each desk of this device has one. */
export const SheetPage = () => {
  const { t, i18n } = useTranslation(["device", "app", "errors"]);
  const { endpointUrl } = useSync();
  const { lasting } = useDatabase();
  const sheets = useDeskSheets();
  const hasDesk = sheets.type === "ready" && sheets.value.length > 0;
  return (
    <DevicePage title={t("sheet.page.title")}>
      <p>{t("sheet.what.message")}</p>
      <p>{t("sheet.who.message")}</p>
      {endpointUrl === null && <Callout tone="caution" title={t("errors:noEndpoint")} />}
      {sheets.type === "failed" && <Callout tone="danger" title={sayError(i18n, sheets.error)} />}
      {sheets.type === "loading" && <Waiting label={t("app:app.loading.message")} />}
      {sheets.type === "ready" && !hasDesk && (
        <>
          <p>{t("sheet.noDesk.message")}</p>
          <ButtonLink href="#/enrol">{t("more.enrol.action")}</ButtonLink>
        </>
      )}
      {hasDesk && lasting && endpointUrl !== null && (
        <VaultGate>
          {sheets.value.map((of) => (
            <SheetSection key={deskToId(of.enrolment.desk)} of={of} />
          ))}
        </VaultGate>
      )}
    </DevicePage>
  );
};

/** One desk's recovery sheet, and the actions on it. */
const SheetSection = ({ of }: { readonly of: SheetOfDesk }) => {
  const { t, i18n } = useTranslation(["device", "words"]);
  const titleId = useId();
  const { enrolment, sheet } = of;
  const place = deskToId(enrolment.desk);
  const isMade = sheet.type === "made";
  return (
    <section aria-labelledby={titleId}>
      <h2 id={titleId}>{sayDesk(i18n, enrolment.desk)}</h2>
      <SheetState of={of} />
      <div className="button-row">
        <ButtonLink tone={isMade ? "plain" : "primary"} href={`#/more/sheet/make/${place}`}>
          {isMade ? t("sheet.replace.action") : t("sheet.make.action")}
        </ButtonLink>
        <ButtonLink href={`#/more/sheet/open/${place}`}>{t("words:sheet.open.action")}</ButtonLink>
        {isMade && <SheetWithdrawal enrolment={enrolment} />}
      </div>
    </section>
  );
};

/** Shows whether a desk has a recovery sheet, since when, and who made it. */
const SheetState = ({ of: { enrolment, sheet } }: { readonly of: SheetOfDesk }) => {
  const { t, i18n } = useTranslation("device");
  if (sheet.type === "none") return <p>{t("sheet.none.message")}</p>;
  const { madeAt, device } = sheet.sheet;
  const when = formatInstant(madeAt, i18n.language);
  switch (sheet.type) {
    case "made":
      return (
        <p>
          {device === enrolment.device
            ? t("sheet.madeHere.message", { when })
            : t("sheet.madeElsewhere.message", { when })}
        </p>
      );
    case "withdrawn":
      return <p>{t("sheet.withdrawn.message", { when })}</p>;
    case "makerRevoked":
      return (
        <Callout tone="caution" title={t("sheet.makerRevoked.title")}>
          <p>{t("sheet.makerRevoked.message", { when })}</p>
        </Callout>
      );
  }
};

/** Withdraws a desk's recovery sheet, after asking. */
const SheetWithdrawal = ({ enrolment }: { readonly enrolment: Enrolment }) => {
  const { t, i18n } = useTranslation("device");
  const { sign, publish } = usePublishingSheet();
  const [isAsking, setAsking] = useState(false);
  const [isWorking, setWorking] = useState(false);
  const [failure, setFailure] = useState<SheetFailure | null>(null);
  const handleGo = async (): Promise<void> => {
    setAsking(false);
    setWorking(true);
    setFailure(null);
    const signed = await sign(enrolment, null);
    const done = signed.ok ? await publish(enrolment, signed.value) : signed;
    setWorking(false);
    if (!done.ok) setFailure(done.error);
  };
  return (
    <>
      <Button tone="quiet" disabled={isWorking} onClick={() => setAsking(true)}>
        {t("sheet.withdraw.action")}
      </Button>
      <SureDialog
        open={isAsking}
        title={t("sheetWithdrawal.dialog.title")}
        message={t("sheetWithdrawal.dialog.message")}
        go={t("sheetWithdrawal.go.action")}
        onClose={() => setAsking(false)}
        onGo={() => void handleGo().catch(reportError)}
      />
      {failure && (
        <Callout
          tone="danger"
          announce
          title={t("sheet.failed.error", {
            reason: sayError(i18n, failure),
          })}
        />
      )}
    </>
  );
};

type SheetFrameProps = { readonly title: string; readonly children: ReactNode };

/** A page about one desk's recovery sheet, with a link back; it is not printed. */
export const SheetFrame = ({ title, children }: SheetFrameProps) => {
  const { t } = useTranslation("device");
  return (
    <div className="device-page no-print">
      <PageHeading title={title} back={{ href: "#/more/sheet", label: t("sheet.page.title") }} />
      {children}
    </div>
  );
};

/** A desk of this device, with its recovery sheet according to the saved registry. */
export type SheetOfDesk = { readonly enrolment: Enrolment; readonly sheet: DeskSheet };

/** The sheets of all desks of this device, read again whenever anything about them changes. */
export const useDeskSheets = (): Live<readonly SheetOfDesk[]> =>
  useLive(readDeskSheets, "desk sheets");

const readDeskSheets = async (database: EnlaceDatabase): Promise<readonly SheetOfDesk[]> => {
  const [enrolments, entries] = await Promise.all([
    listEnrolments(database),
    listRegistry(database),
  ]);
  const devices = listDeskDevices(entries);
  return enrolments
    .filter(({ role }) => role === "desk")
    .map((enrolment) => ({ enrolment, sheet: findDeskSheet(entries, devices, enrolment.desk) }));
};
