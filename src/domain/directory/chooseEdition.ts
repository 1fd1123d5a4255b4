import { err, ok, type Result } from "#domain/result.ts";
import type { Edition } from "./edition.ts";

export type EditionRefusal =
  | { readonly type: "editionOlder"; readonly number: number; readonly heldNumber: number }
  /** A demonstration never takes the place of a real edition. */
  | { readonly type: "editionDemonstration"; readonly heldNumber: number };

/**
 * Which edition to hold when one arrives: a real one takes the place of a demonstration whatever
 * their numbers; otherwise the higher number wins, and the one held stays when they are equal.
 */
export const chooseEdition = (
  held: Edition | undefined,
  arrived: Edition,
): Result<Edition, EditionRefusal> => {
  if (!held) return ok(arrived);
  const heldNumber = held.number;
  if (arrived.demonstration && !held.demonstration) {
    return err({ type: "editionDemonstration", heldNumber });
  }
  if (held.demonstration && !arrived.demonstration) return ok(arrived);
  if (arrived.number < heldNumber) {
    return err({ type: "editionOlder", number: arrived.number, heldNumber });
  }
  return ok(arrived.number === heldNumber ? held : arrived);
};
