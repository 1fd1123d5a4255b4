import { type DeskAddress, type DeskId, deskToId, isSameDesk } from "#domain/desk.ts";
import type { Enrolment } from "#domain/device/profile.ts";
import type { EnlaceDatabase } from "#storage/database.ts";

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

/** The desks that this device writes and reads for: of any other nothing may be written (S13). */
export const listServedDesks = async (database: EnlaceDatabase): Promise<ReadonlySet<DeskId>> => {
  const serving = (await listEnrolments(database)).filter(({ role }) => role === "desk");
  return new Set(serving.map(({ desk }) => deskToId(desk)));
};
