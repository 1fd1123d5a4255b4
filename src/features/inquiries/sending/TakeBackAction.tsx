import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { EnvelopeId } from "#domain/envelope/envelope.ts";
import type { ThreadPlace } from "#domain/thread/thread.ts";
import type { ThreadPlan } from "#features/inquiries/opened/planThread.ts";
import { deviceZone } from "#i18n/format.ts";
import {
  type TakeBackError,
  type TakeBackReplyError,
  takeBack,
  takeBackReply,
} from "#sealing/outgoing/takeBack.ts";
import { useSealing } from "#sealing/vault/useSealing.ts";
import { useSync } from "#sync/useSync.ts";
import { Button } from "#ui/controls/Button.tsx";
import { Dialog } from "#ui/controls/Dialog.tsx";
import { ActionFailure } from "#words/ErrorText.tsx";
import { planTakeBack } from "./planActions.ts";

type TakeBackActionProps = { readonly plan: ThreadPlan; readonly envelope: EnvelopeId };

/** Takes back a letter of this device, if possible, after explaining what that means. */
export const TakeBackAction = ({ plan, envelope }: TakeBackActionProps) => {
  const { t } = useTranslation("inquiries");
  const [isOpen, setOpen] = useState(false);
  const planned = planTakeBack(plan, envelope);
  if (!planned) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t("actions.takeBack.action")}</Button>
      <TakeBackDialog
        open={isOpen}
        what={planned.what}
        thread={plan.record}
        envelope={envelope}
        explanation={t(planned.explanation)}
        onClose={() => setOpen(false)}
      />
    </>
  );
};

type TakeBackDialogProps = {
  readonly open: boolean;
  readonly what: "inquiry" | "reply";
  readonly thread: ThreadPlace;
  readonly envelope: EnvelopeId;
  /** Says what may already have been received. */
  readonly explanation: string;
  readonly onClose: () => void;
};

/**
 * S10: before the first try the letter is just removed; after it, a withdrawal follows an inquiry.
 */
const TakeBackDialog = (props: TakeBackDialogProps) => {
  const { open, what, thread, envelope, explanation, onClose } = props;
  const { t } = useTranslation("inquiries");
  const deps = useSealing();
  const { pushSoon } = useSync();
  const [failure, setFailure] = useState<TakeBackError | TakeBackReplyError | null>(null);
  const handleTakeBack = async (): Promise<void> => {
    const taken =
      what === "inquiry"
        ? await takeBack(deps, thread.id)
        : await takeBackReply(deps, thread, envelope, deviceZone());
    setFailure(taken.ok ? null : taken.error);
    if (!taken.ok) return;
    pushSoon();
    onClose();
  };
  return (
    <Dialog
      open={open}
      title={t(what === "inquiry" ? "takeBack.dialog.title" : "takeBack.reply.title")}
      onClose={onClose}
    >
      <p>{explanation}</p>
      <ActionFailure error={failure} />
      <div className="button-row">
        <Button onClick={onClose}>{t("dialog.cancel.action")}</Button>
        <Button tone="danger" onClick={() => void handleTakeBack()}>
          {t("actions.takeBack.action")}
        </Button>
      </div>
    </Dialog>
  );
};
