import { deskToId } from "#domain/desk.ts";
import { emptyProfile, type Profile } from "#domain/device/profile.ts";
import type { ReplyRecord } from "#domain/letter/replyDraft.ts";
import { ok, type Result } from "#domain/result.ts";
import { placeToKey, type ThreadPlace, type ThreadRecord } from "#domain/thread/thread.ts";
import type { PrivateDeps } from "#sealing/vault/useSealing.ts";
import type { StorageError } from "#storage/storageError.ts";
import { createPrivateRecords, type FindError, type Kept } from "./privateRecords.ts";

const draftRecords = createPrivateRecords("draft", ({ id, draft }) => ({
  id,
  desk: draft.from ? deskToId(draft.from) : null,
}));

/** Lists inquiries that are being written, each under the id of the thread that it will begin. */
export const listDrafts = draftRecords.list;

export const findDraft = draftRecords.find;

export const saveDraft = draftRecords.save;

/** Plans a write for a transaction that also writes other rows. */
export const planDraftWrite = draftRecords.planWrite;

const inquiryRecords = createPrivateRecords("inquiry", ({ id, draft }) => ({
  id,
  desk: draft.from ? deskToId(draft.from) : null,
}));

/** Finds an inquiry that this device has queued, with notes on calls and other channels. */
export const findInquiry = inquiryRecords.find;

export const saveInquiry = inquiryRecords.save;

/** Plans a write for a transaction that also writes other rows. */
export const planInquiryWrite = inquiryRecords.planWrite;

/** Only one person uses a device. */
const ownId = "own";

const profileRecords = createPrivateRecords("profile", () => ({ id: ownId, desk: null }));

/** Finds the profile of this device's user; empty, with revision 0, before anything was written. */
export const findProfile = async (deps: PrivateDeps): Promise<Result<Kept<Profile>, FindError>> => {
  const found = await profileRecords.find(deps, ownId);
  return found.ok ? ok(found.value ?? { value: emptyProfile, rev: 0 }) : found;
};

export const saveProfile = profileRecords.save;

const replyRecords = createPrivateRecords("reply", ({ thread, desk }) => ({
  id: placeToKey({ id: thread, desk }),
  desk,
}));

/** Finds the reply that is being written: at most one for each thread of a desk. */
export const findReplyDraft = (
  deps: PrivateDeps,
  place: ThreadPlace,
): Promise<Result<Kept<ReplyRecord> | undefined, FindError>> =>
  replyRecords.find(deps, placeToKey(place));

export const saveReplyDraft = replyRecords.save;

export const removeReplyDraft = (
  deps: PrivateDeps,
  place: ThreadPlace,
): Promise<Result<void, StorageError>> => replyRecords.remove(deps, placeToKey(place));

/** Plans a write for a transaction that also writes other rows. */
export const planReplyDraftWrite = replyRecords.planWrite;

const threadRecords = createPrivateRecords("thread", (record) => ({
  id: placeToKey(record),
  desk: record.desk,
}));

/**
 * Lists each thread with all letters that this device could open, and its own letters from the
 * moment they are queued.
 */
export const listThreads = threadRecords.list;

export const findThread = (
  deps: PrivateDeps,
  place: ThreadPlace,
): Promise<Result<Kept<ThreadRecord> | undefined, FindError>> =>
  threadRecords.find(deps, placeToKey(place));

/** Plans a write for a transaction that also writes other rows. */
export const planThreadWrite = threadRecords.planWrite;
