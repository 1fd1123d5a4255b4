import type { Enrolment } from "#domain/device/profile.ts";
import { notePrivatePartGone } from "#storage/content/editions.ts";
import type { EnlaceDatabase } from "#storage/database.ts";
import { removeLock } from "#storage/privates/lock.ts";

/**
 * "Before a border": what was written, what arrived, and what this device is, leave it; guidance, the
 * open directory and the configuration stay. The lock record goes first, in its own transaction: from
 * there on what is left opens to nobody. Coming back takes a fresh code. `staying`: enrolments of
 * readers, which stand in no private row, where only a desk was revoked (S13).
 */
export const erasePrivateData = async (
  database: EnlaceDatabase,
  staying: readonly Enrolment[] = [],
): Promise<void> => {
  await removeLock(database);
  const { privates, touched, outbox, sent, sentBytes, enrolments } = database;
  const { arrived, positions, registry } = database;
  const written = [privates, touched, outbox, sent, sentBytes];
  const all = [...written, arrived, positions, registry, enrolments];
  await database.transaction("rw", [...all, database.singles, database.editions], async () => {
    for (const table of all) await table.clear();
    await database.singles.delete("registry");
    await database.singles.delete("notices");
    await notePrivatePartGone(database);
    await enrolments.bulkPut([...staying]);
  });
  // Last, since it may take its time: nothing that comes from now on is for this device.
  await endPush();
};

type WorkerScope = { readonly registration?: ServiceWorkerRegistration };

/** An offline browser may take its time to tell its push service. */
const waitMs = 2_000;

/**
 * Ends Web Push to this browser, in a page or a worker, with or without a network: what is pushed
 * from then on is shown to nobody here, and the endpoint learns from the push service that this place
 * is gone. Never rejects.
 */
export const endPush = async (): Promise<void> => {
  const late = new Promise<void>((resolve) => setTimeout(resolve, waitMs));
  await Promise.race([unsubscribe().catch(() => undefined), late]);
};

const unsubscribe = async (): Promise<void> => {
  const registration = await findRegistration();
  await (await registration?.pushManager?.getSubscription())?.unsubscribe();
};

const findRegistration = async (): Promise<ServiceWorkerRegistration | undefined> => {
  const { registration } = globalThis as WorkerScope;
  if (registration) return registration;
  if (typeof navigator === "undefined") return undefined;
  return navigator.serviceWorker?.getRegistration();
};
