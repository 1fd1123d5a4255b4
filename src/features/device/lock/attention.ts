import * as v from "valibot";
import type { Attention } from "./planAutoLock.ts";

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
export const readAttention = (nowMs: number): Attention =>
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
