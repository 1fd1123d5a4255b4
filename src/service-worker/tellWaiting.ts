import { deskToId } from "#domain/desk.ts";
import type { Enrolment } from "#domain/device/profile.ts";
import type { EnlaceDatabase, NoticeWords } from "#storage/database.ts";
import { listEnrolments } from "#storage/desk/enrolments.ts";
import { endPush } from "#storage/device/erasePrivateData.ts";
import { findNoticeWords } from "#storage/device/subscribed.ts";
import { findFeedPosition } from "#storage/feed/arrived.ts";
import { countUnopened } from "#storage/feed/arrivedCounts.ts";
import { pullFeed } from "#sync/pull/pullFeed.ts";
import type { PushDeps } from "#sync/push/pushOutbox.ts";
import { findSyncDeps, openInWorker, type WorkerScope } from "./openInWorker.ts";

/** One sign for all that waits: the next one takes the place of the last. */
const tag = "waiting";

/** Until the app has said its words: the name alone says no less than it must. */
const unnamed: NoticeWords = { language: "", title: "Enlace", message: "" };

/**
 * Says that something waits, in constant words, and then fetches it, also while the device is locked:
 * nothing is opened. The words come first: a browser shows its own if they don't, and may forbid us to
 * be woken again. A device that has left all desks is not told, and ends being pushed to.
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
  if (enrolments.length === 0) return endPush();
  await say((await findNoticeWords(database)) ?? unnamed);
  const deps = await findSyncDeps(database, scope);
  if (deps) for (const enrolment of enrolments) await pullWhole(deps, enrolment);
  await setBadge(scope, database);
};

const show = async (
  { registration }: WorkerScope,
  { language, title, message }: NoticeWords,
): Promise<void> => {
  // In no TypeScript library yet. Without it the next one would come without a sound.
  const again = { renotify: true };
  const shown = { ...again, tag, body: message, lang: language, icon: "icons/icon-192.png" };
  // Forbidden meanwhile: what waits is fetched all the same.
  await registration.showNotification(title, shown).catch(() => undefined);
};

/** Asking for what comes after it is the endpoint's sign that a device has it: delivered. */
const pullWhole = async (deps: PushDeps, enrolment: Enrolment): Promise<void> => {
  const findNext = async () =>
    (await findFeedPosition(deps.database, deskToId(enrolment.desk)))?.next;
  const before = await findNext();
  await pullFeed(deps, enrolment);
  if ((await findNext()) !== before) await pullFeed(deps, enrolment);
};

/** How many are unopened; a dot where the network kept them. An app in sight counts by itself. */
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
