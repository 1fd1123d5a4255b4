import { err, ok, type Result } from "#domain/result.ts";

type SlotsTaken = { readonly type: "unavailable"; readonly retryAfterS: number };
/** `take` gives what frees the slot again. */
export type Slots = { readonly take: (key: string) => Result<() => void, SlotsTaken> };

/** About as long as an edition takes to be read. */
const retryAfterS = 5;

/**
 * So many at once in this process, and one a key, so that nobody holds them all alone; whoever finds
 * none is told when to come again.
 */
export const createSlots = (count: number): Slots => {
  const taken = new Set<string>();
  return {
    take: (key) => {
      if (taken.size >= count || taken.has(key)) return err({ type: "unavailable", retryAfterS });
      taken.add(key);
      return ok(() => taken.delete(key));
    },
  };
};
