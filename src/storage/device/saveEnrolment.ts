import { deskToId, isSameDesk } from "#domain/desk.ts";
import type { Enrolment } from "#domain/device/profile.ts";
import type { Result } from "#domain/result.ts";
import type { EnlaceDatabase } from "#storage/database.ts";
import { resumePaused } from "#storage/outbox/outboxStates.ts";
import {
  type PrivateChanged,
  type PrivateKey,
  type PrivateWrite,
  writePrivates,
} from "#storage/privates/privates.ts";

/**
 * Saves the endpoint's answer in place of an older enrolment at the same desk in the same role,
 * with the device's identity among `privates` and the pending request among `removes`, and resumes
 * the desk's paused outbox entries.
 */
export const saveEnrolment = (
  database: EnlaceDatabase,
  enrolment: Enrolment,
  changes: { readonly privates: readonly PrivateWrite[]; readonly removes: readonly PrivateKey[] },
): Promise<Result<void, PrivateChanged>> => {
  const { enrolments, outbox, privates, singles } = database;
  return database.transaction("rw", enrolments, outbox, privates, singles, async () => {
    const written = await writePrivates(database, changes.privates, changes.removes);
    if (!written.ok) return written;
    await enrolments.filter((older) => isReplacedBy(older, enrolment)).delete();
    await enrolments.put(enrolment);
    if (enrolment.role === "desk") await resumePaused(database, deskToId(enrolment.desk));
    return written;
  });
};

const isReplacedBy = (older: Enrolment, by: Enrolment): boolean =>
  older.role === by.role && isSameDesk(older.desk, by.desk);
