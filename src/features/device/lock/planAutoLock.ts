import { recallChoice, rememberChoice } from "#ui/browser/rememberedChoice.ts";

/** Minutes that a person may choose, for idle and for the background alike. */
export const lockMinutes = [1, 5, 15] as const;

type LockMinutes = (typeof lockMinutes)[number];

export type AutoLockChoices = {
  /** Without a touch or a key, in sight. */
  readonly idleMinutes: LockMinutes;
  /** Out of sight. */
  readonly backgroundMinutes: LockMinutes;
};

/** What all windows of this device know together; milliseconds since 1970. */
export type Attention = {
  /** The last touch or key in any window. */
  readonly activeAtMs: number;
  /** When a window of Enlace was last in sight. */
  readonly seenAtMs: number;
  /** When a telephone link of Enlace was last followed. */
  readonly calledAtMs: number | null;
};

/** A call that was started here keeps its script readable for so long. */
export const callGraceMs = 30 * 60_000;

/** So much a clock may be set back without it meaning anything. */
const clockSlackMs = 60_000;

/**
 * How many milliseconds are left until the device locks; 0: now. In sight, what was last seen longer
 * ago than the background allows locks as well: the computer slept, or the window was frozen. A clock
 * that was set back by more than a minute locks too: no deadline can be trusted after it.
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

/** As chosen on this device; else five minutes idle, one out of sight. */
export const readLockChoices = (): AutoLockChoices => ({
  idleMinutes: parseMinutes(recallChoice("enlace.lockIdle")) ?? 5,
  backgroundMinutes: parseMinutes(recallChoice("enlace.lockBackground")) ?? 1,
});

/** Holds in all windows from their next look on. */
export const saveLockChoices = (choices: AutoLockChoices): void => {
  rememberChoice("enlace.lockIdle", String(choices.idleMinutes));
  rememberChoice("enlace.lockBackground", String(choices.backgroundMinutes));
};

const parseMinutes = (kept: string | null): LockMinutes | undefined =>
  lockMinutes.find((minutes) => String(minutes) === kept);
