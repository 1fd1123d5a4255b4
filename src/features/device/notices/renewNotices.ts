import { deskToId } from "#domain/desk.ts";
import type { PushTarget } from "#protocol/subscription.ts";
import { readOpenDirectory } from "#sealing/records/useDirectory.ts";
import type { PrivateDeps } from "#sealing/vault/useSealing.ts";
import type { EnlaceDatabase } from "#storage/database.ts";
import { findFeedPosition } from "#storage/feed/arrived.ts";
import type { Sync } from "#sync/useSync.ts";
import { type BrowserPush, readBrowserPush, subscribeBrowser } from "./browserPush.ts";
import { listNoticeDesks, type NoticeDesk, readKeptNotices } from "./noticeDesks.ts";

export type RenewDeps = PrivateDeps & { readonly sync: Sync };

/**
 * Subscribes this device again if its subscription is no longer correct: browsers change or drop
 * the push address, people forbid notifications, and a restored endpoint may have forgotten it.
 */
export const renewNotices = async ({ database, vault, sync }: RenewDeps): Promise<void> => {
  const kept = await readKeptNotices(database);
  if (kept.subscribed.length === 0) return;
  const desks = await listNoticeDesks(kept, await readOpenDirectory(database, vault));
  for (const desk of desks) {
    const { enrolment, subscribed, mail } = desk;
    const browser = await readBrowserPush();
    if (!subscribed || !(await isStale(database, desk, browser))) continue;
    // The chosen address may be readable only with the passphrase.
    const isHidden = subscribed.mailDigest !== null && mail === null;
    if (isHidden && vault.state().type !== "unlocked") continue;
    const push = subscribed.pushEndpoint === null ? null : await findTarget(browser, sync);
    // Not reached: the choice stands, and is tried again at the next start.
    if (push === undefined) continue;
    await sync.subscribe(enrolment, { push, mail });
  }
};

const isStale = async (
  database: EnlaceDatabase,
  { enrolment, subscribed }: NoticeDesk,
  browser: BrowserPush,
): Promise<boolean> => {
  const position = await findFeedPosition(database, deskToId(enrolment.desk));
  if (position && position.epoch !== subscribed?.epoch) return true;
  const endpoint = browser.type === "on" ? browser.target.endpoint : null;
  return subscribed?.pushEndpoint !== null && subscribed?.pushEndpoint !== endpoint;
};

/**
 * Returns null if the browser may no longer receive push messages, which the endpoint must then
 * learn; undefined if that can't be found out now.
 */
const findTarget = async (
  browser: BrowserPush,
  sync: Sync,
): Promise<PushTarget | null | undefined> => {
  if (browser.type === "on") return browser.target;
  if (browser.type !== "off" || Notification.permission !== "granted") return null;
  const offer = await sync.findNoticeOffer();
  if (!offer.ok) return undefined;
  if (!offer.value.push) return null;
  const target = await subscribeBrowser(offer.value.push.key);
  if (target.ok) return target.value;
  return target.error.type === "pushDenied" ? null : undefined;
};
