import { useTranslation } from "react-i18next";
import { emptyProfile } from "#domain/device/profile.ts";
import { chooseLanguage } from "#domain/language.ts";
import { createReplyDraft, type ReplyKind, type ReplyRecord } from "#domain/letter/replyDraft.ts";
import type { FoundThread } from "#features/inquiries/opened/useThread.ts";
import { deviceZone } from "#i18n/format.ts";
import type { Kept } from "#sealing/records/privateRecords.ts";
import { usePrivates } from "#sealing/records/usePrivates.ts";

export type ReplyStarted =
  | { readonly type: "loading" }
  | { readonly type: "failed"; readonly error: { readonly type: string } }
  /** Not kept yet: looking at the form leaves no trail. */
  | { readonly type: "ready"; readonly begun: Kept<ReplyRecord> };

/** A new reply with what the device knows of its writer and of the inquiry. */
export const useReplyStart = (thread: FoundThread, kind: ReplyKind): ReplyStarted => {
  const { i18n } = useTranslation("inquiries");
  const profiles = usePrivates("profile");
  if (profiles.type === "failed") return profiles;
  if (profiles.type !== "ready" || thread.type !== "ready") return { type: "loading" };
  const [unreadable] = profiles.value.unreadable;
  // A failed read is never empty data.
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
