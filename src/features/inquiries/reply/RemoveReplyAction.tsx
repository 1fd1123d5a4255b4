import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ThreadPlace } from "#domain/thread/thread.ts";
import { threadHref } from "#features/inquiries/inquiryHref.ts";
import { removeReplyDraft } from "#sealing/records/replyDrafts.ts";
import { useSealing } from "#sealing/vault/useSealing.ts";
import type { StorageError } from "#storage/storageError.ts";
import { navigateTo } from "#ui/browser/useHashLocation.ts";
import { Button } from "#ui/controls/Button.tsx";
import { Dialog } from "#ui/controls/Dialog.tsx";
import { ActionFailure } from "#words/ErrorText.tsx";

type RemoveReplyActionProps = {
  readonly thread: ThreadPlace;
  /** A write that comes after the deletion would bring the draft back. */
  readonly onBeforeRemove: () => Promise<void>;
};

/** Deletes what was written of a reply, after asking. */
export const RemoveReplyAction = ({ thread, onBeforeRemove }: RemoveReplyActionProps) => {
  const { t } = useTranslation("inquiries");
  const deps = useSealing();
  const [asks, setAsks] = useState(false);
  const [failure, setFailure] = useState<StorageError | null>(null);
  const handleRemove = async (): Promise<void> => {
    await onBeforeRemove();
    const removed = await removeReplyDraft(deps, thread);
    if (removed.ok) navigateTo(threadHref(thread).slice(1), { replace: true });
    else setFailure(removed.error);
  };
  return (
    <>
      <Button tone="danger" onClick={() => setAsks(true)}>
        {t("replyForm.remove.action")}
      </Button>
      <Dialog open={asks} title={t("replyForm.remove.title")} onClose={() => setAsks(false)}>
        <p>{t("delete.draft.message")}</p>
        <ActionFailure error={failure} />
        <div className="button-row">
          <Button onClick={() => setAsks(false)}>{t("dialog.cancel.action")}</Button>
          <Button tone="danger" onClick={() => void handleRemove()}>
            {t("replyForm.remove.action")}
          </Button>
        </div>
      </Dialog>
    </>
  );
};
