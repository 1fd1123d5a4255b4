import type { ThreadId } from "#domain/envelope.ts";
import type { InquiryRecord } from "#domain/inquiryRecord.ts";
import type { Profile } from "#domain/profile.ts";
import type { EnlaceDatabase } from "./database.ts";

const drafts = new Map<ThreadId, InquiryRecord>();
let profile: Profile | undefined;

/**
 * Remembers a draft that is on the screen, so that it is saved again if the browser clears the
 * storage under it. What is no draft any more is forgotten: only the outbox may say "queued".
 */
export const keepInMemory = (record: InquiryRecord): void => {
  if (record.progress.type === "draft") drafts.set(record.id, record);
  else drafts.delete(record.id);
};

/** The person deleted it: it must not come back. */
export const forgetInMemory = (id: ThreadId): void => {
  drafts.delete(id);
};

export const keepProfileInMemory = (typed: Profile): void => {
  profile = typed;
};

export const forgetEverythingInMemory = (): void => {
  drafts.clear();
  profile = undefined;
};

/**
 * Puts what is remembered into a storage that was cleared; how many drafts that were. What is there
 * already, written by another tab since, stays as it is.
 */
export const saveKeptAgain = (database: EnlaceDatabase): Promise<number> =>
  database.transaction("rw", database.inquiries, database.singles, async () => {
    if (profile && !(await database.singles.get("profile"))) {
      await database.singles.put({ key: "profile", profile });
    }
    const held = await database.inquiries.bulkGet([...drafts.keys()]);
    const missing = [...drafts.values()].filter((_, place) => held[place] === undefined);
    await database.inquiries.bulkPut(missing);
    return missing.length;
  });
