import { useTranslation } from "react-i18next";
import { emptyProfile } from "#domain/device/profile.ts";
import { chooseLanguage } from "#domain/language.ts";
import { createReplyDraft, type ReplyKind, type ReplyRecord } from "#domain/letter/replyDraft.ts";
import { placeToKey, type ThreadPlace } from "#domain/thread/thread.ts";
import { useShown } from "#features/inquiries/autosave/useAutosave.ts";
import { EditingTurnGate, useEditingTurn } from "#features/inquiries/autosave/useEditingTurn.tsx";
import { ThreadGate } from "#features/inquiries/opened/ThreadGate.tsx";
import { ToThread } from "#features/inquiries/opened/ToThread.tsx";
import { type FoundThread, useThread } from "#features/inquiries/opened/useThread.ts";
import { deviceZone } from "#i18n/format.ts";
import type { Kept } from "#sealing/records/privateRecords.ts";
import { usePrivates } from "#sealing/records/usePrivates.ts";
import { Waiting } from "#ui/signs/Waiting.tsx";
import { ReadFailure } from "#words/ErrorText.tsx";
import { ReplyForm } from "./ReplyForm.tsx";

type ReplyScreenProps = { readonly place: ThreadPlace; readonly kind: ReplyKind };

/** The form of a reply: the one already begun, or a new one with what is already known. */
export const ReplyScreen = ({ place, kind }: ReplyScreenProps) => {
  const { t } = useTranslation("inquiries");
  const turn = useEditingTurn(`reply-${placeToKey(place)}`);
  const thread = useThread(place);
  const start = useReplyStart(thread, kind);
  const kept = thread.type === "ready" ? thread.plan.replyDraft : undefined;
  const shown = useShown(kept, start.type === "ready" ? start.begun : undefined);
  return (
    <ThreadGate thread={thread}>
      {({ plan, desks }) => {
        if (start.type === "failed") return <ReadFailure error={start.error} />;
        if (!shown) return <Waiting label={t("list.loading.message")} />;
        if (shown.rev === 0 && !plan.replies.includes(kind)) return <ToThread place={place} />;
        const isGone = shown.rev > 0 && !kept;
        return (
          <EditingTurnGate turn={turn}>
            <ReplyForm live={shown} isGone={isGone} kind={kind} plan={plan} desks={desks} />
          </EditingTurnGate>
        );
      }}
    </ThreadGate>
  );
};

type ReplyStarted =
  | { readonly type: "loading" }
  | { readonly type: "failed"; readonly error: { readonly type: string } }
  /** Not saved yet: opening the form leaves no trace. */
  | { readonly type: "ready"; readonly begun: Kept<ReplyRecord> };

/** Starts a reply with what the device knows of its writer and of the inquiry. */
const useReplyStart = (thread: FoundThread, kind: ReplyKind): ReplyStarted => {
  const { i18n } = useTranslation("inquiries");
  const profiles = usePrivates("profile");
  if (profiles.type === "failed") return profiles;
  if (profiles.type !== "ready" || thread.type !== "ready") return { type: "loading" };
  const [unreadable] = profiles.value.unreadable;
  // A failed read must not look like empty data.
  if (unreadable) return { type: "failed", error: unreadable };
  const { plan, now } = thread;
  const draft = createReplyDraft({
    kind,
    profile: profiles.value.kept[0]?.value ?? emptyProfile,
    inquiry: plan.status.inquiry?.content,
    zone: deviceZone(),
    language: chooseLanguage([i18n.language]),
  });
  const { id, desk } = plan.record;
  const value: ReplyRecord = { thread: id, desk, createdAt: now, changedAt: now, draft };
  return { type: "ready", begun: { value, rev: 0 } };
};
