import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ReplyKind, ReplyRecord } from "#domain/letter/replyDraft.ts";
import { placeToKey, type ThreadPlace } from "#domain/thread/thread.ts";
import { ElsewhereInquiry, useEditingTurn } from "#features/inquiries/autosave/useEditingTurn.tsx";
import { NotFoundInquiry } from "#features/inquiries/opened/NotFoundInquiry.tsx";
import { ToThread } from "#features/inquiries/opened/ToThread.tsx";
import { useThread } from "#features/inquiries/opened/useThread.ts";
import type { Kept } from "#sealing/records/privateRecords.ts";
import { Waiting } from "#ui/signs/Waiting.tsx";
import { ReadFailure } from "#words/ErrorText.tsx";
import { ReplyForm } from "./ReplyForm.tsx";
import { useReplyStart } from "./useReplyStart.ts";

type ReplyScreenProps = { readonly place: ThreadPlace; readonly kind: ReplyKind };

/** The form of a reply: what was begun, or a new one with what is known already. */
export const ReplyScreen = ({ place, kind }: ReplyScreenProps) => {
  const { t } = useTranslation("inquiries");
  const turn = useEditingTurn(`reply-${placeToKey(place)}`);
  const thread = useThread(place);
  const start = useReplyStart(thread, kind);
  const [shown, setShown] = useState<Kept<ReplyRecord> | undefined>(undefined);
  const kept = thread.type === "ready" ? thread.plan.replyDraft : undefined;
  const live = kept ?? (shown ? undefined : start.type === "ready" ? start.begun : undefined);
  // What was on the screen stays there, even if the device no longer keeps it or can't read it.
  if (live && live.rev !== shown?.rev) setShown(live);
  if (thread.type === "failed") return <ReadFailure error={thread.error} />;
  if (start.type === "failed") return <ReadFailure error={start.error} />;
  if (thread.type === "none" || thread.type === "draft") return <NotFoundInquiry />;
  if (thread.type === "loading" || !shown) return <Waiting label={t("list.loading.message")} />;
  if (shown.rev === 0 && !thread.plan.replies.includes(kind)) return <ToThread place={place} />;
  if (turn.type === "elsewhere") return <ElsewhereInquiry onTakeHere={turn.takeHere} />;
  if (turn.type === "asking") return <Waiting label={t("list.loading.message")} />;
  return (
    <ReplyForm
      live={shown}
      isGone={shown.rev > 0 && !kept}
      kind={kind}
      plan={thread.plan}
      desks={thread.desks}
    />
  );
};
