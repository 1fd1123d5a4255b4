import type { DeskAddress } from "#domain/desk.ts";
import { listDeskMails } from "#domain/directory/edition.ts";
import type { PushTarget } from "#protocol/subscription.ts";
import { directoryQuery } from "#storage/content/editions.ts";
import type { EnlaceDatabase, Subscribed } from "#storage/database.ts";
import { listEnrolments } from "#storage/desk/enrolments.ts";
import { listSubscribed } from "#storage/device/subscribed.ts";
import { findChosenMail, findNoticeOffer, subscribeDevice } from "#sync/device/subscribeDevice.ts";
import {
  type BrowserSubscription,
  subscribePush,
  toPushTarget,
} from "#sync/device/subscribePush.ts";
import type { PushDeps } from "#sync/push/pushOutbox.ts";
import { findSyncDeps, openInWorker, type WorkerScope } from "./openInWorker.ts";

/**
 * Reports a push subscription that the browser has changed or dropped to the endpoint, for each
 * desk that used it. If that is not possible now, the next start of the app does it
 * (`features/device/notices/renewNotices.ts`): when offline, or if the desk is also notified by
 * e-mail at an address that can be read only with the passphrase.
 */
export const renewPush = (scope: WorkerScope, given: BrowserSubscription | null): Promise<void> =>
  openInWorker(async (database) => {
    const pushed = (await listSubscribed(database)).filter(
      ({ pushEndpoint }) => pushEndpoint !== null,
    );
    const deps = pushed.length > 0 ? await findSyncDeps(database, scope) : undefined;
    const push = deps && (await findTarget(scope, deps, given));
    if (!deps || push === undefined) return;
    for (const row of pushed) await tell(deps, row, push);
  });

const tell = async (deps: PushDeps, row: Subscribed, push: PushTarget | null): Promise<void> => {
  const { database } = deps;
  const enrolments = await listEnrolments(database);
  const enrolment = enrolments.find(({ device }) => device === row.device);
  if (!enrolment || row.pushEndpoint === push?.endpoint) return;
  const mail = await findChosenMail(await listAddresses(database, enrolment.desk), row);
  const isHidden = row.mailDigest !== null && mail === null;
  if (!isHidden) await subscribeDevice(deps, enrolment, { push, mail });
};

/** Lists the addresses that a locked device can read. */
const listAddresses = async (database: EnlaceDatabase, desk: DeskAddress): Promise<string[]> => {
  const directory = await directoryQuery.read(database);
  return directory ? listDeskMails(directory.edition, desk) : [];
};

/**
 * Finds the push target: null if pushing is no longer permitted; undefined if that can't be
 * determined now.
 */
const findTarget = async (
  { registration: { pushManager }, Notification }: WorkerScope,
  { client }: PushDeps,
  given: BrowserSubscription | null,
): Promise<PushTarget | null | undefined> => {
  if (!pushManager || Notification?.permission !== "granted") return null;
  // Not every browser reports the new subscription; some have made none.
  const subscription = given ?? (await pushManager.getSubscription());
  if (subscription) return toPushTarget(subscription);
  const offer = await findNoticeOffer({ client });
  if (!offer.ok) return undefined;
  return offer.value.push ? subscribePush(pushManager, offer.value.push.key) : null;
};
