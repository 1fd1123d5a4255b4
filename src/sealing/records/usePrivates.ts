import type { Profile } from "#domain/device/profile.ts";
import type { ClosedPart } from "#domain/directory/readableDirectory.ts";
import type { InquiryRecord } from "#domain/inquiry/inquiryRecord.ts";
import type { ReplyRecord } from "#domain/letter/replyDraft.ts";
import type { ThreadRecord } from "#domain/thread/thread.ts";
import { useVault } from "#sealing/vault/useSealing.ts";
import { listPrivates } from "#storage/privates/privates.ts";
import { type Live, useLive } from "#storage/useLive.ts";
import type { DeviceIdentity, PendingEnrolment } from "./identities.ts";
import { openRows, type PrivateList } from "./privateRecords.ts";
import type { DeskSummaries } from "./threadSummaries.ts";

export type LivePrivate<T> = Live<T> | { readonly type: "locked" };

/**
 * All private values of a kind, read again whenever one changes; `locked` while they can't be. Before
 * there is a passphrase there is nothing private: an empty list.
 */
export const usePrivates = <K extends keyof PrivateValues>(
  kind: K,
): LivePrivate<PrivateList<PrivateValues[K]>> => {
  const { vault, state } = useVault();
  const isUnlocked = state.type === "unlocked";
  const live = useLive(async (database) => {
    const rows = isUnlocked ? await listPrivates(database, kind) : [];
    return openRows<PrivateValues[K]>(vault, rows);
  }, `privates ${kind} ${isUnlocked}`);
  switch (state.type) {
    case "loading":
    case "failed":
    case "locked":
      return state;
    case "missing":
      return { type: "ready", value: { kept: [], unreadable: [] } };
    case "unlocked":
      if (live.type !== "ready") return live;
      return live.value.ok ? { type: "ready", value: live.value.value } : { type: "locked" };
  }
};

/** What lies sealed under each kind of private row. */
type PrivateValues = {
  readonly draft: InquiryRecord;
  readonly inquiry: InquiryRecord;
  readonly thread: ThreadRecord;
  readonly summaries: DeskSummaries;
  readonly reply: ReplyRecord;
  readonly profile: Profile;
  readonly identity: DeviceIdentity;
  readonly pendingEnrolment: PendingEnrolment;
  readonly directory: ClosedPart;
};
