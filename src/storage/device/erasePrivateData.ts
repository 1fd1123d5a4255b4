import type { Enrolment } from "#domain/device/profile.ts";
import { notePrivatePartGone } from "#storage/content/editions.ts";
import type { EnlaceDatabase } from "#storage/database.ts";
import { removeLock } from "#storage/privates/lock.ts";
import { withinMs } from "#storage/withinMs.ts";

/**
 * "Before a border": removes letters, arrivals and this device's identity; guidance, the open
 * directory and the configuration stay. The lock record is removed first, in its own transaction:
 * from then on nobody can open the rest. Enrolling again takes a new code. `staying`: enrolments of
 * readers, which have no private row, when only a desk was revoked (S13).
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
  // Last, because it may be slow: pushes from now on are not for this device.
  await unsubscribePush();
};

type WorkerScope = { readonly registration?: ServiceWorkerRegistration };

/** How long to wait for an offline browser to contact its push service. */
const waitMs = 2_000;

/**
 * Ends Web Push to this browser, in a page or a worker, online or offline: later pushes are shown
 * to nobody here, and the push service tells the endpoint that the subscription is gone. Never
 * rejects.
 */
export const unsubscribePush = async (): Promise<void> => {
  await withinMs(
    waitMs,
    unsubscribe().catch(() => undefined),
  );
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
