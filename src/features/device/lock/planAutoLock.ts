import { recallChoice, rememberChoice } from "#ui/browser/rememberedChoice.ts";

/** The minutes that a person may choose, both for idle time and for the background. */
export const lockMinutes = [1, 5, 15] as const;

type LockMinutes = (typeof lockMinutes)[number];

export type AutoLockChoices = {
  /** Time without a touch or a key while visible. */
  readonly idleMinutes: LockMinutes;
  /** Time while hidden. */
  readonly backgroundMinutes: LockMinutes;
};

/** The activity of all windows of this device; milliseconds since 1970. */
export type Attention = {
  /** The last touch or key in any window. */
  readonly activeAtMs: number;
  /** When a window of Enlace was last visible. */
  readonly seenAtMs: number;
  /** When a telephone link of Enlace was last followed. */
  readonly calledAtMs: number | null;
};

/** A call that was started here keeps its script readable for this long. */
export const callGraceMs = 30 * 60_000;

/** A clock may be set back by this much without locking. */
const clockSlackMs = 60_000;

/**
 * Returns the milliseconds left until the device locks; 0 means now. A visible page also locks if
 * it was last seen longer ago than the background limit: the computer slept, or the window was
 * frozen. A clock that was set back by more than a minute locks too, because no deadline can be
 * trusted after it.
 */
export const planAutoLock = (
  { activeAtMs, seenAtMs, calledAtMs }: Attention,
  { idleMinutes, backgroundMinutes }: AutoLockChoices,
  { nowMs, isInSight }: { readonly nowMs: number; readonly isInSight: boolean },
): number => {
  if (nowMs < Math.max(activeAtMs, seenAtMs) - clockSlackMs) return 0;
  const idleEndMs = activeAtMs + idleMinutes * 60_000;
  const unseenEndMs = seenAtMs + backgroundMinutes * 60_000;
  const endMs = isInSight ? Math.min(idleEndMs, unseenEndMs) : unseenEndMs;
  const callEndMs = calledAtMs !== null && calledAtMs <= nowMs ? calledAtMs + callGraceMs : 0;
  return Math.max(0, Math.max(endMs, callEndMs) - nowMs);
};

/** Reads this device's choices; by default five minutes idle, one minute hidden. */
export const readLockChoices = (): AutoLockChoices => ({
  idleMinutes: parseMinutes(recallChoice("enlace.lockIdle")) ?? 5,
  backgroundMinutes: parseMinutes(recallChoice("enlace.lockBackground")) ?? 1,
});

/** Saves the choices; every window applies them at its next check. */
export const saveLockChoices = (choices: AutoLockChoices): void => {
  rememberChoice("enlace.lockIdle", String(choices.idleMinutes));
  rememberChoice("enlace.lockBackground", String(choices.backgroundMinutes));
};

const parseMinutes = (kept: string | null): LockMinutes | undefined =>
  lockMinutes.find((minutes) => String(minutes) === kept);
