import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type DeskId, deskToId } from "#domain/desk.ts";
import { VaultGate } from "#features/device/vault/VaultGate.tsx";
import { formatNumber } from "#i18n/format.ts";
import type { SheetOutcome } from "#sealing/desk/openWithSheet.ts";
import { countSealedBefore } from "#storage/feed/arrivedCounts.ts";
import { useLive } from "#storage/useLive.ts";
import { Button, ButtonLink } from "#ui/controls/Button.tsx";
import { TextAreaField } from "#ui/fields/TextField.tsx";
import { Callout } from "#ui/signs/Callout.tsx";
import { Waiting } from "#ui/signs/Waiting.tsx";
import { sayDesk } from "#words/sayDesk.ts";
import { sayError } from "#words/sayError.ts";
import { SheetFrame, useDeskSheets } from "./SheetPage.tsx";
import { type OpeningError, type OpeningSheet, useOpeningSheet } from "./useOpeningSheet.ts";

/** Opens with a recovery sheet's words what a desk received before this device joined it. */
export const OpenSheetPage = ({ desk }: { readonly desk: DeskId }) => {
  const { t, i18n } = useTranslation(["device", "app", "words"]);
  const sheets = useDeskSheets();
  const found =
    sheets.type === "ready"
      ? sheets.value.find(({ enrolment }) => deskToId(enrolment.desk) === desk)
      : undefined;
  return (
    <SheetFrame title={t("words:sheet.open.action")}>
      {sheets.type === "failed" && <Callout tone="danger" title={sayError(i18n, sheets.error)} />}
      {sheets.type === "loading" && <Waiting label={t("app:app.loading.message")} />}
      {sheets.type === "ready" && !found && <p>{t("sheetMaking.gone.message")}</p>}
      {found && (
        <>
          <p>
            <strong>{sayDesk(i18n, found.enrolment.desk)}</strong>
          </p>
          <p>{t("sheetOpening.what.message")}</p>
          <VaultGate>
            <OpenSheet desk={desk} />
          </VaultGate>
        </>
      )}
    </SheetFrame>
  );
};

/** Shows how many letters need the words, a field for them, and the result. */
const OpenSheet = ({ desk }: { readonly desk: DeskId }) => {
  const { t, i18n } = useTranslation("device");
  const closed = useLive((database) => countSealedBefore(database, desk), `closed of ${desk}`);
  const opening = useOpeningSheet(desk);
  const { outcome } = opening;
  const count = closed.type === "ready" ? closed.value : 0;
  const formatted = formatNumber(count, i18n.language);
  return (
    <>
      {outcome && <SheetOutcomeCallout outcome={outcome} />}
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

/** The field for a recovery sheet's words; it is emptied once they have opened something. */
const OpenSheetForm = ({ opening }: { readonly opening: OpeningSheet }) => {
  const { t } = useTranslation("device");
  const say = useSayOpening();
  const [typed, setTyped] = useState("");
  const { error, isWorking } = opening;
  const handleOpen = async (): Promise<void> => {
    if (await opening.open(typed)) setTyped("");
  };
  return (
    <form
      noValidate
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        void handleOpen().catch(reportError);
      }}
    >
      <TextAreaField
        label={t("sheetOpening.words.label")}
        hint={t("sheetOpening.words.hint")}
        value={typed}
        error={error ? say(error) : undefined}
        // A browser that checks spelling on a server would send the words there.
        spellCheck={false}
        autoCapitalize="none"
        autoCorrect="off"
        maxLength={2_000}
        onChange={(words) => {
          setTyped(words);
          opening.forget();
        }}
      />
      <Button type="submit" tone="primary" aria-disabled={isWorking}>
        {isWorking ? t("sheetOpening.working.message") : t("sheetOpening.open.action")}
      </Button>
    </form>
  );
};

const useSayOpening = () => {
  const { t, i18n } = useTranslation("device");
  return (error: OpeningError): string => {
    const { type } = error;
    if (type === "sheetWordUnknown") return t("sheetOpening.wordUnknown.error", { ...error });
    if (type === "sheetWordsMissing") return t("sheetOpening.wordsMissing.error", { ...error });
    if (type === "sheetWordsWrong") return t("sheetOpening.wordsWrong.error");
    if (type === "sheetOfOtherDesk") return t("sheetOpening.otherDesk.error");
    return t("sheetOpening.failed.error", { reason: sayError(i18n, error) });
  };
};

/** Reports how many letters the words have opened, and why the others stay sealed. */
const SheetOutcomeCallout = ({ outcome }: { readonly outcome: SheetOutcome }) => {
  const { t, i18n } = useTranslation("device");
  const { opened, closed, refused, unknown } = outcome;
  const count = (number: number) => ({
    count: number,
    formatted: formatNumber(number, i18n.language),
  });
  return (
    <Callout
      tone={opened > 0 ? "good" : "caution"}
      announce
      title={t("sheetOpening.opened.title", count(opened))}
    >
      {closed > 0 && <p>{t("sheetOpening.closed.message", count(closed))}</p>}
      {refused > 0 && <p>{t("sheetOpening.refused.message", count(refused))}</p>}
      {unknown > 0 && <p>{t("sheetOpening.unknown.message", count(unknown))}</p>}
    </Callout>
  );
};
