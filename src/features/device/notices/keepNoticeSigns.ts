import type { NoticeWords } from "#storage/database.ts";
import { saveNoticeWords } from "#storage/device/noticeWords.ts";
import { keepBadge } from "./keepBadge.ts";
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
