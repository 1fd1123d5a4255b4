import { liveQuery } from "dexie";
import * as v from "valibot";
import { DeskAddress, type DeskId, deskToId } from "#domain/desk.ts";
import type { EnlaceDatabase } from "#storage/database.ts";
import { type ArrivedEnvelope, listSealed, listTroubled } from "./arrived.ts";

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

/** How many letters came for a desk that this device can't open by itself; notes are not counted. */
export const countSealedBefore = async (database: EnlaceDatabase, desk: DeskId): Promise<number> =>
  (await listSealedBefore(database, desk)).filter(
    ({ kind }) => kind !== "note" && kind !== "handover",
  ).length;

/** What came for a desk and was sealed before this device joined it, with its bytes, in the feed's order. */
export const listSealedBefore = async (
  database: EnlaceDatabase,
  desk: DeskId,
): Promise<readonly ArrivedEnvelope[]> =>
  (await listTroubled(database)).filter(
    (row) => row.desk === desk && row.problem?.type === "notSealedToUs",
  );

/** Counts now, and again whenever what was counted changes; a failed count is no count. */
export const watchUnopened = (database: EnlaceDatabase, onCount: (count: number) => void): void => {
  liveQuery(() => countUnopened(database)).subscribe({ next: onCount, error: () => undefined });
};
