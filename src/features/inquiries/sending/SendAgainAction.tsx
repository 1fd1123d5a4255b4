import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { EnvelopeId } from "#domain/envelope/envelope.ts";
import type { ThreadPlace } from "#domain/thread/thread.ts";
import { type SendAgainError, sendAgain } from "#sealing/outgoing/sendAgain.ts";
import { useSealing } from "#sealing/vault/useSealing.ts";
import { type StorageError, tryStorage } from "#storage/storageError.ts";
import { useSync } from "#sync/useSync.ts";
import { Button } from "#ui/controls/Button.tsx";
import { ActionFailure } from "#words/ErrorText.tsx";

type SendAgainActionProps = { readonly thread: ThreadPlace; readonly envelope: EnvelopeId };

/** Seals the same text to the devices that the other desk has now, as a new letter. */
export const SendAgainAction = ({ thread, envelope }: SendAgainActionProps) => {
  const { t } = useTranslation("inquiries");
  const deps = useSealing();
  const { pushSoon, refresh } = useSync();
  const [failure, setFailure] = useState<SendAgainError | null>(null);
  const [isSealing, setIsSealing] = useState(false);
  const handleSend = async (): Promise<void> => {
    // Two taps would send two letters.
    if (isSealing) return;
    setIsSealing(true);
    let queued = await sendAgain(deps, thread, envelope);
    if (!queued.ok && queued.error.type === "deskWithoutDevices") {
      // The phone that replaces a lost one may be newer than the registry on this device.
      await refresh();
      queued = await sendAgain(deps, thread, envelope);
    }
    setIsSealing(false);
    setFailure(queued.ok ? null : queued.error);
    if (queued.ok) pushSoon();
  };
  return (
    <>
      <div className="button-row">
        <Button tone="primary" aria-disabled={isSealing} onClick={() => void handleSend()}>
          {t("actions.sendAgain.action")}
        </Button>
      </div>
      <ActionFailure error={failure} />
    </>
  );
};

type TryNowActionProps = {
  readonly envelope: EnvelopeId | undefined;
  readonly tone?: "primary" | "plain";
};

/** Tries to send at once, whatever it is waiting for. */
export const TryNowAction = ({ envelope, tone = "plain" }: TryNowActionProps) => {
  const { t } = useTranslation("inquiries");
  const { tryNow } = useSync();
  const [failure, setFailure] = useState<StorageError | null>(null);
  const handleTryNow = async (): Promise<void> => {
    const tried = await tryStorage(() => tryNow(envelope));
    setFailure(tried.ok ? null : tried.error);
  };
  return (
    <>
      <Button tone={tone} onClick={() => void handleTryNow()}>
        {t("actions.tryNow.action")}
      </Button>
      <ActionFailure error={failure} />
    </>
  );
};
