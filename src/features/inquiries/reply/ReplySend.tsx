import { useState } from "react";
import { useTranslation } from "react-i18next";
import { idToDesk } from "#domain/desk.ts";
import { parseReplyDraft } from "#domain/letter/parseReplyDraft.ts";
import type { MissingReplyPart, ReplyField } from "#domain/letter/replyDraft.ts";
import type { ThreadPlace } from "#domain/thread/thread.ts";
import { otherDeskOf } from "#domain/thread/threadStatus.ts";
import type { ReplyEditor } from "#features/inquiries/autosave/useAutosave.ts";
import { type ReadyDesks, useObstacle } from "#features/inquiries/desks/useDesks.ts";
import { MissingList } from "#features/inquiries/fields/MissingList.tsx";
import { threadHref } from "#features/inquiries/inquiryRoute.ts";
import type { ThreadPlan } from "#features/inquiries/opened/planThread.ts";
import { whileClosedHere } from "#features/inquiries/opened/useThread.ts";
import { WhileClosedText } from "#features/inquiries/sending/SendingDetail.tsx";
import { queueReply } from "#sealing/outgoing/queueReply.ts";
import { removeReplyDraft } from "#sealing/records/records.ts";
import { useSealing } from "#sealing/vault/useSealing.ts";
import type { StorageError } from "#storage/storageError.ts";
import { useSync } from "#sync/useSync.ts";
import { navigateTo } from "#ui/browser/useHashLocation.ts";
import { Button } from "#ui/controls/Button.tsx";
import { Dialog } from "#ui/controls/Dialog.tsx";
import { Callout } from "#ui/signs/Callout.tsx";
import { ActionFailure } from "#words/ErrorText.tsx";
import { replyFieldId } from "./ReplyFields.tsx";
import "#features/inquiries/fields/missingList.css";

type ReplySendProps = {
  readonly editor: ReplyEditor;
  readonly plan: ThreadPlan;
  readonly desks: ReadyDesks;
  readonly missing: readonly MissingReplyPart[];
  readonly onMissing: () => void;
  readonly onSent: () => void;
};

/** Queues the reply; first lists what is missing, each with a link to its field. */
export const ReplySend = (props: ReplySendProps) => {
  const { editor, plan, desks, missing } = props;
  const { t } = useTranslation("inquiries");
  const { failure, hasTried, handleSend } = useSend(props);
  const other = otherDeskOf(plan.record, plan.status);
  const obstacle = useObstacle(desks, idToDesk(plan.record.desk), other);
  return (
    <section>
      <h2>{t("sendWay.endpoint.title")}</h2>
      {hasTried && (
        <MissingList missing={missing} announce>
          {({ field }, message) => (
            <Button tone="quiet" onClick={() => focusField(field)}>
              {message}
            </Button>
          )}
        </MissingList>
      )}
      {obstacle ? (
        <Callout tone="caution">
          <p>{t(`replyForm.${obstacle}.message`)}</p>
        </Callout>
      ) : (
        <>
          <p>
            <WhileClosedText whileClosed={whileClosedHere()} />
          </p>
          <div className="button-row">
            <Button tone="primary" onClick={() => void handleSend()}>
              {t("sendWay.queue.action")}
            </Button>
            <RemoveReplyAction thread={plan.record} onBeforeRemove={editor.flush} />
          </div>
        </>
      )}
      <ActionFailure error={failure} title={t("sendWay.failed.title")} />
    </section>
  );
};

const useSend = ({ editor, plan, missing, onMissing, onSent }: ReplySendProps) => {
  const deps = useSealing();
  const { pushSoon } = useSync();
  const [failure, setFailure] = useState<{ readonly type: string } | null>(null);
  const [hasTried, setHasTried] = useState(false);
  const [isSealing, setIsSealing] = useState(false);
  const { record: place } = plan;
  const handleSend = async (): Promise<void> => {
    setHasTried(true);
    const content = parseReplyDraft(editor.newest().draft);
    if (missing.length > 0 || !content.ok) return onMissing();
    if (isSealing) return;
    setIsSealing(true);
    // Saves also the parts that needed no typing before the reply is queued.
    editor.change({});
    await editor.flush();
    onSent();
    const queued = await queueReply(deps, place, content.value);
    setIsSealing(false);
    setFailure(queued.ok ? null : queued.error);
    if (!queued.ok) return;
    pushSoon();
    navigateTo(threadHref(place).slice(1), { replace: true });
  };
  return { failure, hasTried, handleSend };
};

/** The missing field is further up on this screen. */
const focusField = (field: ReplyField): void => {
  const element = document.getElementById(replyFieldId(field));
  element?.focus();
  element?.scrollIntoView({ block: "center" });
};

type RemoveReplyActionProps = {
  readonly thread: ThreadPlace;
  /** A write after the deletion would bring the draft back. */
  readonly onBeforeRemove: () => Promise<void>;
};

/** Deletes a reply draft, after asking. */
const RemoveReplyAction = ({ thread, onBeforeRemove }: RemoveReplyActionProps) => {
  const { t } = useTranslation("inquiries");
  const deps = useSealing();
  const [isRemoveOpen, setRemoveOpen] = useState(false);
  const [failure, setFailure] = useState<StorageError | null>(null);
  const handleRemove = async (): Promise<void> => {
    await onBeforeRemove();
    const removed = await removeReplyDraft(deps, thread);
    if (removed.ok) navigateTo(threadHref(thread).slice(1), { replace: true });
    else setFailure(removed.error);
  };
  return (
    <>
      <Button tone="danger" onClick={() => setRemoveOpen(true)}>
        {t("replyForm.remove.action")}
      </Button>
      <Dialog
        open={isRemoveOpen}
        title={t("replyForm.remove.title")}
        onClose={() => setRemoveOpen(false)}
      >
        <p>{t("delete.draft.message")}</p>
        <ActionFailure error={failure} />
        <div className="button-row">
          <Button onClick={() => setRemoveOpen(false)}>{t("dialog.cancel.action")}</Button>
          <Button tone="danger" onClick={() => void handleRemove()}>
            {t("replyForm.remove.action")}
          </Button>
        </div>
      </Dialog>
    </>
  );
};
