import { deskToId, isSameDesk } from "#domain/desk.ts";
import type { Enrolment } from "#domain/device/profile.ts";
import type { DeviceId } from "#domain/envelope/envelope.ts";
import type { EnlaceDatabase } from "#storage/database.ts";
import { forgetEverythingInMemory } from "#storage/privates/keptInMemory.ts";
import { erasePrivateData } from "./erasePrivateData.ts";
import { removeSubscribed } from "./subscribed.ts";

/**
 * S13: for a verified revocation, erases the data of the revoked enrolment's desk; if it was the
 * last desk, erases all private data, the lock record first. Returns `nothing` if the enrolment was
 * no longer here.
 */
export const eraseEnrolment = async (
  database: EnlaceDatabase,
  device: DeviceId,
): Promise<"desk" | "everything" | "nothing"> => {
  const enrolments = await database.enrolments.toArray();
  const revoked = enrolments.find((enrolment) => enrolment.device === device);
  if (!revoked) return "nothing";
  const others = enrolments.filter((enrolment) => enrolment !== revoked);
  if (!others.some(({ role }) => role === "desk")) {
    await erasePrivateData(database, others);
    return "everything";
  }
  await eraseDesk(database, revoked, others);
  return "desk";
};

const eraseDesk = async (
  database: EnlaceDatabase,
  revoked: Enrolment,
  others: readonly Enrolment[],
): Promise<void> => {
  const desk = deskToId(revoked.desk);
  const isServedByAnother = others.some(
    (other) => other.role === "desk" && isSameDesk(other.desk, revoked.desk),
  );
  const { privates, touched, outbox, sent, sentBytes, enrolments, singles } = database;
  const { arrived, positions } = database;
  const written = [privates, touched, outbox, sent, sentBytes];
  forgetEverythingInMemory();
  await database.transaction(
    "rw",
    [...written, arrived, positions, enrolments, singles],
    async () => {
      await enrolments.delete(revoked.device);
      await removeSubscribed(database, revoked.device);
      await privates.delete(["identity", revoked.device]);
      if (isServedByAnother) return;
      await privates.filter((row) => row.desk === desk).delete();
      await touched.filter((row) => row.desk === desk).delete();
      await outbox.filter((row) => row.from === desk).delete();
      const ofDesk = await sent.filter((row) => row.from === desk).primaryKeys();
      await sent.bulkDelete(ofDesk);
      await sentBytes.bulkDelete(ofDesk);
      await arrived.filter((row) => row.desk === desk).delete();
      await positions.delete(desk);
    },
  );
};
