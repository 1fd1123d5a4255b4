import { type DeskAddress, deskToId, isSameDesk } from "#domain/desk.ts";
import type { Enrolment } from "#domain/profile.ts";
import type { EnlaceDatabase, PendingEnrolment } from "./database.ts";
import { resumePaused } from "./outbox.ts";

/** The newest first. */
export const listEnrolments = async (database: EnlaceDatabase): Promise<Enrolment[]> => {
  const all = await database.enrolments.toArray();
  return all.toSorted((a, b) => (a.enrolledAt < b.enrolledAt ? 1 : -1));
};

/** The newest enrolment that may write for `desk`. */
export const findDeskEnrolment = async (
  database: EnlaceDatabase,
  desk: DeskAddress,
): Promise<Enrolment | undefined> =>
  (await listEnrolments(database)).find(
    (enrolment) => enrolment.role === "desk" && isSameDesk(enrolment.desk, desk),
  );

/**
 * Keeps what the endpoint answered, in place of an older enrolment for the same; the pending request
 * and the pause of its desk's queue end with it.
 */
export const saveEnrolment = (database: EnlaceDatabase, enrolment: Enrolment): Promise<void> =>
  database.transaction("rw", database.enrolments, database.singles, database.outbox, async () => {
    await database.enrolments.filter((held) => isReplacedBy(held, enrolment)).delete();
    await database.enrolments.put(enrolment);
    await database.singles.delete("pendingEnrolment");
    if (enrolment.role === "desk") await resumePaused(database, deskToId(enrolment.desk));
  });

export const savePendingEnrolment = async (
  database: EnlaceDatabase,
  request: PendingEnrolment,
): Promise<void> => {
  await database.singles.put({ key: "pendingEnrolment", request });
};

export const findPendingEnrolment = async (
  database: EnlaceDatabase,
): Promise<PendingEnrolment | undefined> => {
  const row = await database.singles.get("pendingEnrolment");
  return row?.key === "pendingEnrolment" ? row.request : undefined;
};

const isReplacedBy = (held: Enrolment, by: Enrolment): boolean =>
  held.role === by.role && isSameDesk(held.desk, by.desk);
