import { liveQuery } from "dexie";
import * as v from "valibot";
import { DeskAddress, type DeskId, deskToId } from "#domain/desk.ts";
import { isWithinDesk } from "#domain/envelope/envelope.ts";
import type { EnlaceDatabase } from "#storage/database.ts";
import { type ArrivedEnvelope, listSealed, listTroubled } from "./arrived.ts";

/**
 * Counts arrived envelopes of other desks that nobody has tried to open. Letters and notes of
 * colleagues are not news.
 */
export const countUnopened = async (database: EnlaceDatabase): Promise<number> =>
  (await listSealed(database)).filter(isOfOtherDesk).length;

const Outside = v.object({ from: DeskAddress });

/** Checks the sender outside the seal, which is not verified; that is enough for a count. */
const isOfOtherDesk = ({ desk, bytes }: ArrivedEnvelope): boolean => {
  try {
    const outside = v.safeParse(Outside, JSON.parse(bytes ?? ""));
    return !outside.success || deskToId(outside.output.from) !== desk;
  } catch {
    return true;
  }
};

/** Counts a desk's letters that this device's keys can't open; notes are not counted. */
export const countSealedBefore = async (database: EnlaceDatabase, desk: DeskId): Promise<number> =>
  (await listSealedBefore(database, desk)).filter(({ kind }) => !isWithinDesk(kind)).length;

/**
 * Lists a desk's envelopes that were sealed before this device joined it, with their bytes, in the
 * feed's order.
 */
export const listSealedBefore = async (
  database: EnlaceDatabase,
  desk: DeskId,
): Promise<readonly ArrivedEnvelope[]> =>
  (await listTroubled(database)).filter(
    (row) => row.desk === desk && row.problem?.type === "notSealedToUs",
  );

/** Counts now, and again whenever the envelopes change; a failed count is ignored. */
export const watchUnopened = (database: EnlaceDatabase, onCount: (count: number) => void): void => {
  liveQuery(() => countUnopened(database)).subscribe({ next: onCount, error: () => undefined });
};
