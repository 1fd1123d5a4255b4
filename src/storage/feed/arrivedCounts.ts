import * as v from "valibot";
import { DeskAddress, deskToId } from "#domain/desk.ts";
import type { EnlaceDatabase } from "#storage/database.ts";
import { type ArrivedEnvelope, listSealed } from "./arrived.ts";

/**
 * Envelopes of other desks that arrived and that nobody has tried to open. What colleagues wrote, and
 * their notes, are no news.
 */
export const countUnopened = async (database: EnlaceDatabase): Promise<number> =>
  (await listSealed(database)).filter(isOfOtherDesk).length;

const Outside = v.object({ from: DeskAddress });

/** By its outside, which nobody has verified: for a count that is enough. */
const isOfOtherDesk = ({ desk, bytes }: ArrivedEnvelope): boolean => {
  try {
    const outside = v.safeParse(Outside, JSON.parse(bytes ?? ""));
    return !outside.success || deskToId(outside.output.from) !== desk;
  } catch {
    return true;
  }
};
