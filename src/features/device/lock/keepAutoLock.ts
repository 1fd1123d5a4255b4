import * as v from "valibot";
import type { Vault } from "#sealing/vault/vault.ts";
import { listenForErasure } from "#storage/device/erasure.ts";
import { type Attention, planAutoLock, readLockChoices } from "./planAutoLock.ts";

type AutoLockDeps = {
  readonly vault: Pick<Vault, "state" | "listen" | "lock">;
  readonly clock: () => number;
  readonly page: Document;
};

/**
 * How often a visible window records that it is visible; well below the shortest choice, a minute.
 */
const lookEveryMs = 10_000;

/**
 * Locks when nobody has used Enlace, or none of its windows was visible, for too long; a call
 * started here keeps it open. Returns a function that stops this.
 */
export const keepAutoLock = (deps: AutoLockDeps): (() => void) => {
  const { vault, clock, page } = deps;
  const stopped = new AbortController();
  const isOpen = (): boolean => vault.state().type === "unlocked";
  const look = (): void => {
    if (isOpen()) lookNow(deps);
  };
  let notedAtMs = 0;
  const handleActivity = (): void => {
    const nowMs = clock();
    if (Math.abs(nowMs - notedAtMs) < 1_000) return;
    notedAtMs = nowMs;
    // Checks first: a touch that wakes a window after hours must not restart its idle time.
    look();
    if (isOpen()) noteAttention({ activeAtMs: nowMs, seenAtMs: nowMs }, nowMs);
  };
  const handleVisibility = (): void => {
    look();
    // The page was hidden just now, so it was visible until this moment.
    if (isOpen()) noteAttention({ seenAtMs: clock() }, clock());
  };
  const handleClick = ({ target }: Event): void => {
    const isCall = target instanceof Element && target.closest('a[href^="tel:"]') !== null;
    if (isCall) noteAttention({ calledAtMs: clock() }, clock());
  };
  const options = { capture: true, passive: true, signal: stopped.signal };
  for (const type of ["pointerdown", "keydown", "input", "scroll"]) {
    page.addEventListener(type, handleActivity, options);
  }
  page.addEventListener("visibilitychange", handleVisibility, options);
  page.addEventListener("click", handleClick, options);
  const timer = setInterval(look, lookEveryMs);
  const forgetUnlock = listenForUnlock(deps);
  const stop = (): void => {
    stopped.abort();
    clearInterval(timer);
    forgetUnlock();
    forgetErasure();
  };
  // Also erases what was noted during the erasure of the choices.
  const forgetErasure = listenForErasure(() => {
    stop();
    forgetAttention();
  });
  return stop;
};

const lookNow = ({ vault, clock, page }: AutoLockDeps): void => {
  const nowMs = clock();
  const isInSight = page.visibilityState === "visible";
  const leftMs = planAutoLock(readAttention(nowMs), readLockChoices(), { nowMs, isInSight });
  if (leftMs === 0) void vault.lock();
  else if (isInSight) noteAttention({ seenAtMs: nowMs }, nowMs);
};

/** Unlocking is the latest activity and replaces what was noted before. */
const listenForUnlock = ({ vault, clock }: AutoLockDeps): (() => void) => {
  let wasOpen = vault.state().type === "unlocked";
  return vault.listen(() => {
    const isOpen = vault.state().type === "unlocked";
    if (isOpen && !wasOpen) noteAttention({ activeAtMs: clock(), seenAtMs: clock() }, clock());
    wasOpen = isOpen;
  });
};

/** It is erased along with everything else that begins with `enlace.`. */
const storageKey = "enlace.attention";

const Kept = v.object({
  activeAtMs: v.number(),
  seenAtMs: v.number(),
  calledAtMs: v.nullable(v.number()),
});

let inThisWindow: Attention | undefined;

/**
 * Reads what any window of this device last noted. It is in localStorage instead of messages
 * between windows, because a frozen window needs it the moment it wakes.
 */
const readAttention = (nowMs: number): Attention =>
  readKept() ?? inThisWindow ?? { activeAtMs: nowMs, seenAtMs: nowMs, calledAtMs: null };

export const noteAttention = (part: Partial<Attention>, nowMs: number): void => {
  inThisWindow = { ...readAttention(nowMs), ...part };
  try {
    localStorage.setItem(storageKey, JSON.stringify(inThisWindow));
  } catch {
    // Storage is forbidden here, so there is no other window to share it with either.
  }
};

/**
 * Erases when this device was last used: nobody may learn it after an erasure or before a border.
 */
export const forgetAttention = (): void => {
  inThisWindow = undefined;
  try {
    localStorage.removeItem(storageKey);
  } catch {
    // Storage is forbidden here, so nothing was saved in it.
  }
};

const readKept = (): Attention | undefined => {
  try {
    const parsed = v.safeParse(Kept, JSON.parse(localStorage.getItem(storageKey) ?? "null"));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
};
