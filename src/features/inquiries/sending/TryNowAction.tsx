import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { EnvelopeId } from "#domain/envelope/envelope.ts";
import { type StorageError, tryStorage } from "#storage/storageError.ts";
import { useSync } from "#sync/useSync.ts";
import { Button } from "#ui/controls/Button.tsx";
import { ActionFailure } from "#words/ErrorText.tsx";

type TryNowActionProps = {
  readonly envelope: EnvelopeId | undefined;
  readonly tone?: "primary" | "plain";
};

/** Whatever it waits for, it is tried at once. */
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
