import { type DeskAddress, type DeskId, deskToId, isSameDesk } from "#domain/desk.ts";
import type { Enrolment } from "#domain/device/profile.ts";
import type { EnlaceDatabase } from "#storage/database.ts";

/** Lists enrolments, the newest first. */
export const listEnrolments = async (database: EnlaceDatabase): Promise<Enrolment[]> => {
  const all = await database.enrolments.toArray();
  return all.toSorted((a, b) => (a.enrolledAt < b.enrolledAt ? 1 : -1));
};

/** Finds the newest enrolment that may write for `desk`. */
export const findDeskEnrolment = async (
  database: EnlaceDatabase,
  desk: DeskAddress,
): Promise<Enrolment | undefined> =>
  (await listEnrolments(database)).find(
    (enrolment) => enrolment.role === "desk" && isSameDesk(enrolment.desk, desk),
  );

/** Lists the desks that this device serves; nothing may be written for any other (S13). */
export const listServedDesks = async (database: EnlaceDatabase): Promise<ReadonlySet<DeskId>> => {
  const serving = (await listEnrolments(database)).filter(({ role }) => role === "desk");
  return new Set(serving.map(({ desk }) => deskToId(desk)));
};
