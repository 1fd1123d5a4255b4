import { recallChoice, rememberChoice } from "#ui/browser/rememberedChoice.ts";
import { type AutoLockChoices, type LockMinutes, lockMinutes } from "./planAutoLock.ts";

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
