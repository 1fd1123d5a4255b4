import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Result } from "#domain/result.ts";
import type { ThreadAttention } from "#domain/thread/threadAttention.ts";
import type { ThreadPlan } from "#features/inquiries/opened/planThread.ts";
import { TakeBackAction } from "#features/inquiries/sending/TakeBackAction.tsx";
import { sealAgain } from "#sealing/outgoing/sealAgain.ts";
import { useSealing } from "#sealing/vault/useSealing.ts";
import { tryStorage } from "#storage/storageError.ts";
import { useSync } from "#sync/useSync.ts";
import { Button } from "#ui/controls/Button.tsx";
import { ActionFailure } from "#words/ErrorText.tsx";

type RefusedActionsProps = {
  readonly attention: Extract<ThreadAttention, { type: "refused" }>;
  readonly stop: "deskLeft" | "recipientRevoked" | "refused";
  readonly plan: ThreadPlan;
};

/** Try again as it is, seal it to the devices that count today, or take it back. */
export const RefusedActions = ({ attention, stop, plan }: RefusedActionsProps) => {
  const { t } = useTranslation("inquiries");
  const deps = useSealing();
  const { pushSoon, tryNow } = useSync();
  const [failure, setFailure] = useState<{ readonly type: string } | null>(null);
  const { envelope } = attention;
  const finish = (done: Result<unknown, { readonly type: string }>): void => {
    setFailure(done.ok ? null : done.error);
    if (done.ok) pushSoon();
  };
  return (
    <>
      <div className="button-row">
        {stop === "recipientRevoked" ? (
          <Button tone="primary" onClick={() => void sealAgain(deps, envelope).then(finish)}>
            {t("actions.sealAgain.action")}
          </Button>
        ) : (
          <Button onClick={() => void tryStorage(() => tryNow(envelope)).then(finish)}>
            {t("actions.tryNow.action")}
          </Button>
        )}
        <TakeBackAction plan={plan} envelope={envelope} />
      </div>
      <ActionFailure error={failure} />
    </>
  );
};
