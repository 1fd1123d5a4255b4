import type { PrivateDeps } from "#sealing/vault/useSealing.ts";
import type { VaultState } from "#sealing/vault/vaultState.ts";
import type { NoticeWords } from "#storage/database.ts";
import { saveNoticeWords } from "#storage/device/subscribed.ts";
import { watchUnopened } from "#storage/feed/arrivedCounts.ts";
import { type RenewDeps, renewNotices } from "./renewNotices.ts";

type NoticeSignDeps = RenewDeps & {
  readonly page: Document;
  readonly readWords: () => NoticeWords;
  /** Told when the person reads in another language. */
  readonly listenToLanguage: (onChange: () => void) => void;
};

/**
 * Looks after what a person sees of Enlace while its page is not in sight: the words of a notice, the
 * badge, and that notices still reach this device.
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

/** For the worker, which has no texts: in the language that is read here. */
const keepWords = ({ database, readWords, listenToLanguage }: NoticeSignDeps): void => {
  // Closed, or full: then the worker says the last ones, or the app's name.
  const save = (): void => void saveNoticeWords(database, readWords()).catch(() => undefined);
  save();
  listenToLanguage(save);
};

/** Whoever looks at the app needs no sign that something waits in it. */
const closeNotices = async (): Promise<void> => {
  const registration = await navigator.serviceWorker?.getRegistration();
  for (const notice of (await registration?.getNotifications()) ?? []) notice.close();
};

/** A tap on a notice, while a window is open: see `service-worker/openFromNotice.ts`. */
const listenForClicks = (): void => {
  navigator.serviceWorker?.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
    if (typeof data !== "object" || data === null || !("type" in data)) return;
    if (data.type === "SHOW_INQUIRIES") location.hash = "#/inquiries";
  });
};

/**
 * Keeps the badge true for as long as the page lives. What is unread is counted when the page goes out
 * of sight: before that the person sees it, and every thread has to be opened for it.
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
  /** Nothing is known that would be truer than what is shown. */
  | { readonly type: "leave" };

export type BadgeFacts = {
  readonly vault: VaultState["type"];
  /** Letters of other desks that nobody has opened. */
  readonly unopened: number;
  /** Opened and not read; null while nobody can know. */
  readonly unread: number | null;
};

/** The number at the app's icon: what waits to be read, as far as it is known. */
export const planBadge = ({ vault, unopened, unread }: BadgeFacts): BadgePlan => {
  if (vault === "missing") return { type: "clear" };
  const count = unopened + (unread ?? 0);
  if (count > 0) return { type: "show", count };
  return unread === null ? { type: "leave" } : { type: "clear" };
};
