import { deskToId } from "#domain/desk.ts";
import type { Enrolment } from "#domain/device/profile.ts";
import type { EnlaceDatabase, NoticeWords } from "#storage/database.ts";
import { listEnrolments } from "#storage/desk/enrolments.ts";
import { unsubscribePush } from "#storage/device/erasePrivateData.ts";
import { findNoticeWords } from "#storage/device/subscribed.ts";
import { findFeedPosition } from "#storage/feed/arrived.ts";
import { countUnopened } from "#storage/feed/arrivedCounts.ts";
import { pullFeed } from "#sync/pull/pullFeed.ts";
import type { PushDeps } from "#sync/push/pushOutbox.ts";
import { findSyncDeps, openInWorker, type WorkerScope } from "./openInWorker.ts";

/** One notification for everything that is waiting: a new one replaces the last. */
const tag = "waiting";

/** Used until the app has saved its texts: the name alone is enough. */
const unnamed: NoticeWords = { language: "", title: "Enlace", message: "" };

/**
 * Shows a fixed notification that something is waiting, and then fetches it, even while the device
 * is locked, because nothing is opened. The notification comes first: without one, the browser
 * shows its own and may no longer wake this worker. A device that is enrolled at no desk shows
 * nothing, and ends its push subscription.
 */
export const tellWaiting = async (scope: WorkerScope): Promise<void> => {
  let isSaid = false;
  const say = async (words: NoticeWords): Promise<void> => {
    isSaid = true;
    await show(scope, words);
  };
  try {
    await openInWorker((database) => fetchWaiting(scope, database, say));
  } catch (cause) {
    if (!isSaid) await say(unnamed);
    throw cause;
  }
};

const fetchWaiting = async (
  scope: WorkerScope,
  database: EnlaceDatabase,
  say: (words: NoticeWords) => Promise<void>,
): Promise<void> => {
  const enrolments = (await listEnrolments(database)).filter(({ role }) => role === "desk");
  if (enrolments.length === 0) return unsubscribePush();
  await say((await findNoticeWords(database)) ?? unnamed);
  const deps = await findSyncDeps(database, scope);
  if (deps) for (const enrolment of enrolments) await pullWhole(deps, enrolment);
  await setBadge(scope, database);
};

const show = async (
  { registration }: WorkerScope,
  { language, title, message }: NoticeWords,
): Promise<void> => {
  // `renotify` is in no TypeScript library yet. Without it the next notification would make no
  // sound.
  const again = { renotify: true };
  const shown = { ...again, tag, body: message, lang: language, icon: "icons/icon-192.png" };
  // Notifications may have been forbidden meanwhile: fetching continues anyway.
  await registration.showNotification(title, shown).catch(() => undefined);
};

/**
 * Pulls twice if the feed has advanced: the second request confirms to the endpoint that a device
 * has the first page (delivered).
 */
const pullWhole = async (deps: PushDeps, enrolment: Enrolment): Promise<void> => {
  const findNext = async () =>
    (await findFeedPosition(deps.database, deskToId(enrolment.desk)))?.next;
  const before = await findNext();
  await pullFeed(deps, enrolment);
  if ((await findNext()) !== before) await pullFeed(deps, enrolment);
};

/**
 * Sets the badge to the number of unopened envelopes, or a dot if fetching failed. A visible app
 * sets its own count.
 */
const setBadge = async (
  { clients, navigator }: WorkerScope,
  database: EnlaceDatabase,
): Promise<void> => {
  if (!navigator.setAppBadge) return;
  const count = await countUnopened(database);
  const windows = await clients.matchAll({ type: "window" });
  if (count === 0 && windows.some(({ visibilityState }) => visibilityState === "visible")) return;
  await (count > 0 ? navigator.setAppBadge(count) : navigator.setAppBadge()).catch(() => undefined);
};
