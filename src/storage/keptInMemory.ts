import type { ThreadId } from "#domain/envelope.ts";
import type { Profile } from "#domain/profile.ts";
import type { EnlaceDatabase } from "./database.ts";
import type { InquiryState } from "./inquiryStates.ts";

const inquiries = new Map<ThreadId, InquiryState>();
let profile: Profile | undefined;

/**
 * Remembers an inquiry that is on the screen with what of it waits, so that it is saved again if the
 * browser clears the storage under it. If the endpoint holds it by then, its id and its bytes are
 * the same: sent again it is held once (S2).
 */
export const keepInMemory = (state: InquiryState): void => {
  inquiries.set(state.record.id, state);
};

/** The person deleted it: it must not come back. */
export const forgetInMemory = (id: ThreadId): void => {
  inquiries.delete(id);
};

export const keepProfileInMemory = (typed: Profile): void => {
  profile = typed;
};

export const forgetEverythingInMemory = (): void => {
  inquiries.clear();
  profile = undefined;
};

/**
 * Puts what is remembered into a storage that was cleared; how many inquiries that were. What is
 * there already, written by another tab since, stays as it is.
 */
export const saveKeptAgain = (database: EnlaceDatabase): Promise<number> =>
  database.transaction("rw", database.inquiries, database.outbox, database.singles, async () => {
    if (profile && !(await database.singles.get("profile"))) {
      await database.singles.put({ key: "profile", profile });
    }
    const held = await database.inquiries.bulkGet([...inquiries.keys()]);
    const missing = [...inquiries.values()].filter((_, place) => held[place] === undefined);
    await database.inquiries.bulkPut(missing.map(({ record }) => record));
    await database.outbox.bulkPut(missing.flatMap(({ outbox }) => outbox));
    return missing.length;
  });
