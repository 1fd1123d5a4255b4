import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DevicePage } from "#features/device/page/DevicePage.tsx";
import { SureDialog } from "#features/device/page/SureDialog.tsx";
import { formatNumber } from "#i18n/format.ts";
import { type EraseError, eraseEverything } from "#storage/device/eraseEverything.ts";
import { announceErasure } from "#storage/device/erasure.ts";
import { type Counts, countEverything } from "#storage/device/readEverything.ts";
import { useDatabase, useLive } from "#storage/useLive.ts";
import { Button, ButtonLink } from "#ui/controls/Button.tsx";
import { Callout } from "#ui/signs/Callout.tsx";
import { sayError } from "#words/sayError.ts";

/**
 * Erases everything. It asks for no passphrase, because those who have forgotten it come here too.
 */
export const ErasePage = () => {
  const { t, i18n } = useTranslation("device");
  const counts = useLive(countEverything, "counts");
  const { erasing, erase } = useErasing();
  return (
    <DevicePage title={t("erase.page.title")}>
      <p>{t("erase.what.message")}</p>
      {counts.type === "ready" && <UnsentCallout counts={counts.value} />}
      {counts.type === "failed" && <p>{t("erase.unread.message")}</p>}
      <EraseButtons isErasing={erasing.type === "erasing"} onErase={() => void erase()} />
      <p role="status">{erasing.type === "erasing" && t("erase.working.message")}</p>
      {erasing.type === "failed" && (
        <Callout tone="danger" announce title={sayError(i18n, erasing.error)}>
          <p>
            {erasing.error.isEmptied ? t("erase.emptied.message") : t("erase.notEmptied.message")}
          </p>
        </Callout>
      )}
      <p>{t("erase.not.message")}</p>
    </DevicePage>
  );
};

type EraseButtonsProps = { readonly isErasing: boolean; readonly onErase: () => void };

/** Two ways to erase: after ticking a box, or at once with two taps in all. */
const EraseButtons = ({ isErasing, onErase }: EraseButtonsProps) => {
  const { t } = useTranslation("device");
  const [asked, setAsked] = useState<"no" | "calmly" | "atOnce">("no");
  const handleErase = (): void => {
    setAsked("no");
    onErase();
  };
  const dialog = {
    title: t("eraseConfirmation.ask.title"),
    message: t("eraseConfirmation.ask.message"),
    go: t("eraseConfirmation.erase.action"),
    onClose: () => setAsked("no"),
    onGo: handleErase,
  };
  return (
    <>
      <div className="button-row">
        <Button
          tone="danger"
          aria-disabled={isErasing}
          onClick={() => setAsked(isErasing ? "no" : "calmly")}
        >
          {t("erase.begin.action")}
        </Button>
        <Button
          tone="danger"
          aria-disabled={isErasing}
          onClick={() => setAsked(isErasing ? "no" : "atOnce")}
        >
          {t("erase.atOnce.action")}
        </Button>
      </div>
      <p>{t("erase.atOnce.hint")}</p>
      <SureDialog {...dialog} open={asked === "calmly"} sure={t("eraseConfirmation.sure.label")} />
      <SureDialog {...dialog} open={asked === "atOnce"} />
    </>
  );
};

type Erasing =
  | { readonly type: "idle" }
  | { readonly type: "erasing" }
  | { readonly type: "failed"; readonly error: EraseError };

/** How long to wait for other tabs to close before showing that they have not. */
const waitMs = 3_000;

const useErasing = (): {
  readonly erasing: Erasing;
  readonly erase: () => Promise<void>;
} => {
  const { database } = useDatabase();
  const [erasing, setErasing] = useState<Erasing>({ type: "idle" });
  const erase = async (): Promise<void> => {
    setErasing({ type: "erasing" });
    const scope = new URL(".", location.href).href;
    const erased = await eraseEverything(database, { scope, waitMs });
    if (erased.ok) announceErasure();
    else setErasing({ type: "failed", error: erased.error });
  };
  return { erasing, erase };
};

/** Lists what would be lost for good, with a link to export it first. */
export const UnsentCallout = ({ counts }: { readonly counts: Counts }) => {
  const { t, i18n } = useTranslation("device");
  const { outbox, privates } = counts;
  const drafts = privates.draft + privates.reply;
  const write = (count: number): string => formatNumber(count, i18n.language);
  if (outbox === 0 && drafts === 0) return <p>{t("unsent.none.message")}</p>;
  return (
    <Callout tone="caution" title={t("unsent.some.title")}>
      {outbox > 0 && (
        <p>{t("unsent.outbox.message", { count: outbox, formatted: write(outbox) })}</p>
      )}
      {drafts > 0 && (
        <p>{t("unsent.drafts.message", { count: drafts, formatted: write(drafts) })}</p>
      )}
      <div className="button-row">
        <ButtonLink href="#/more/export">{t("unsent.export.action")}</ButtonLink>
        {outbox > 0 && <ButtonLink href="#/inquiries">{t("unsent.see.action")}</ButtonLink>}
      </div>
    </Callout>
  );
};
