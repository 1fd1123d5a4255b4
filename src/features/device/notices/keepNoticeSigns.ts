import type { PrivateDeps } from "#sealing/vault/useSealing.ts";
import type { VaultState } from "#sealing/vault/vaultState.ts";
import type { NoticeWords } from "#storage/database.ts";
import { saveNoticeWords } from "#storage/device/subscribed.ts";
import { watchUnopened } from "#storage/feed/arrivedCounts.ts";
import { type RenewDeps, renewNotices } from "./renewNotices.ts";

type NoticeSignDeps = RenewDeps & {
  readonly page: Document;
  readonly readWords: () => NoticeWords;
  /** Calls `onChange` when the person chooses another language. */
  readonly listenToLanguage: (onChange: () => void) => void;
};

/**
 * Maintains what a person sees of Enlace while its page is hidden: the text of notifications, the
 * badge, and this device's subscription to them.
 */
export const keepNoticeSigns = (deps: NoticeSignDeps): void => {
  const { vault, page } = deps;
  keepWords(deps);
  keepBadge(deps, page);
  const renew = (): void => void renewNotices(deps).catch(() => undefined);
  renew();
  let wasUnlocked = vault.state().type === "unlocked";
  vault.listen(() => {
    const isUnlocked = vault.state().type === "unlocked";
    if (isUnlocked && !wasUnlocked) renew();
    wasUnlocked = isUnlocked;
  });
  const look = (): void => {
    if (page.visibilityState === "visible") void closeNotices().catch(() => undefined);
  };
  look();
  page.addEventListener("visibilitychange", look);
  listenForClicks();
};

/** Saves texts for the service worker, which has none, in the language chosen here. */
const keepWords = ({ database, readWords, listenToLanguage }: NoticeSignDeps): void => {
  // If the database is closed or full, the worker shows the last texts, or the app's name.
  const save = (): void => void saveNoticeWords(database, readWords()).catch(() => undefined);
  save();
  listenToLanguage(save);
};

/** A person who is looking at the app needs no notification that something waits in it. */
const closeNotices = async (): Promise<void> => {
  const registration = await navigator.serviceWorker?.getRegistration();
  for (const notice of (await registration?.getNotifications()) ?? []) notice.close();
};

/**
 * Handles a tap on a notification while a window is open: see `service-worker/openFromNotice.ts`.
 */
const listenForClicks = (): void => {
  navigator.serviceWorker?.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
    if (typeof data !== "object" || data === null || !("type" in data)) return;
    if (data.type === "SHOW_INQUIRIES") location.hash = "#/inquiries";
  });
};

/**
 * Keeps the badge correct for as long as the page lives. Unread letters are counted when the page
 * is hidden: before that the person sees them, and every thread must be opened to count them.
 */
const keepBadge = (deps: PrivateDeps, page: Document): void => {
  if (!("setAppBadge" in navigator)) return;
  const { database, vault } = deps;
  let unopened: number | undefined;
  const countUnread = async (): Promise<number | null> => {
    if (vault.state().type !== "unlocked" || page.visibilityState === "visible") return null;
    const { countUnread: count } = await import("#sealing/records/countUnread.ts");
    const unread = await count(deps);
    return unread.ok ? unread.value : null;
  };
  const update = async (): Promise<void> => {
    if (unopened === undefined) return;
    const unread = await countUnread();
    const plan = planBadge({ vault: vault.state().type, unopened, unread });
    if (plan.type === "show") await navigator.setAppBadge(plan.count);
    if (plan.type === "clear") await navigator.clearAppBadge();
  };
  // A browser may refuse, as Safari does without permission: then there is no badge.
  const handleChange = (): void => void update().catch(() => undefined);
  watchUnopened(database, (count) => {
    unopened = count;
    handleChange();
  });
  vault.listen(handleChange);
  page.addEventListener("visibilitychange", handleChange);
};

type BadgePlan =
  | { readonly type: "show"; readonly count: number }
  | { readonly type: "clear" }
  /** Nothing is known that would be more accurate than the current badge. */
  | { readonly type: "leave" };

export type BadgeFacts = {
  readonly vault: VaultState["type"];
  /** Letters of other desks that nobody has opened. */
  readonly unopened: number;
  /** Opened but not read; null while that can't be known. */
  readonly unread: number | null;
};

/** Plans the number on the app's icon: the letters known to be waiting to be read. */
export const planBadge = ({ vault, unopened, unread }: BadgeFacts): BadgePlan => {
  if (vault === "missing") return { type: "clear" };
  const count = unopened + (unread ?? 0);
  if (count > 0) return { type: "show", count };
  return unread === null ? { type: "leave" } : { type: "clear" };
};
