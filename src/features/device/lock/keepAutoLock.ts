import type { Vault } from "#sealing/vault/vault.ts";
import { listenForErasure } from "#storage/device/erasure.ts";
import { forgetAttention, noteAttention, readAttention } from "./attention.ts";
import { readLockChoices } from "./lockChoices.ts";
import { planAutoLock } from "./planAutoLock.ts";

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
