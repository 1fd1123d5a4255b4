import * as v from "valibot";
import type { Vault } from "#sealing/vault/vault.ts";
import { listenForErasure } from "#storage/device/erasure.ts";
import { type Attention, planAutoLock, readLockChoices } from "./planAutoLock.ts";

type AutoLockDeps = {
  readonly vault: Pick<Vault, "state" | "listen" | "lock">;
  readonly clock: () => number;
  readonly page: Document;
};

/** How often a window says that it is in sight; well below the shortest choice of a minute. */
const lookEveryMs = 10_000;

/**
 * Locks when nobody has touched Enlace, or none of its windows was in sight, for too long; a call
 * that was started here holds it open. Returns how to stop.
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
    // Looks first: a touch that wakes a window after hours must not make it young again.
    look();
    if (isOpen()) noteAttention({ activeAtMs: nowMs, seenAtMs: nowMs }, nowMs);
  };
  const handleVisibility = (): void => {
    look();
    // Left just now: it was in sight until this moment.
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
  // What was noted while the choices were being erased goes too.
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

/** Unlocking is the newest touch: what was noted before counts no more. */
const listenForUnlock = ({ vault, clock }: AutoLockDeps): (() => void) => {
  let wasOpen = vault.state().type === "unlocked";
  return vault.listen(() => {
    const isOpen = vault.state().type === "unlocked";
    if (isOpen && !wasOpen) noteAttention({ activeAtMs: clock(), seenAtMs: clock() }, clock());
    wasOpen = isOpen;
  });
};

/** Erased with everything else that begins with `enlace.`. */
const storageKey = "enlace.attention";

const Kept = v.object({
  activeAtMs: v.number(),
  seenAtMs: v.number(),
  calledAtMs: v.nullable(v.number()),
});

let inThisWindow: Attention | undefined;

/**
 * What every window of this device last noted. In localStorage, not in messages between windows: one
 * that was frozen has to know at the moment when it wakes.
 */
const readAttention = (nowMs: number): Attention =>
  readKept() ?? inThisWindow ?? { activeAtMs: nowMs, seenAtMs: nowMs, calledAtMs: null };

export const noteAttention = (part: Partial<Attention>, nowMs: number): void => {
  inThisWindow = { ...readAttention(nowMs), ...part };
  try {
    localStorage.setItem(storageKey, JSON.stringify(inThisWindow));
  } catch {
    // Storage is forbidden here: then there is no other window to share it with either.
  }
};

/** When this device was last used is told to nobody after it was erased or left. */
export const forgetAttention = (): void => {
  inThisWindow = undefined;
  try {
    localStorage.removeItem(storageKey);
  } catch {
    // Storage is forbidden here: nothing was kept in it.
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
