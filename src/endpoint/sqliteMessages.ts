import type { DeskId } from "#domain/desk.ts";
import { deskToId } from "#domain/desk.ts";
import type { EnvelopeId } from "#domain/envelope.ts";
import type { SqliteTx } from "./sqliteTables.ts";
import type { Arrival, HeldEnvelope, HoldOutcome, StoredFeedRow } from "./store.ts";

/** See `Store.saveEnvelope`; runs in the transaction that it is given. */
export const saveEnvelope = async (tx: SqliteTx, arrival: Arrival): Promise<HoldOutcome> => {
  const { envelope, text, digest, at } = arrival;
  const before = await findEnvelope(tx, envelope.id);
  if (before) return { type: "heldBefore", held: before };
  const from = deskToId(envelope.from);
  const held = { id: envelope.id, digest, from, heldAt: at };
  await tx
    .insertInto("envelopes")
    .values({ id: envelope.id, digest, fromDesk: from, heldAt: at, text })
    .execute();
  for (const desk of new Set([from, deskToId(envelope.to)])) {
    const position = await takePosition(tx, desk);
    await tx.insertInto("feeds").values({ desk, position, envelope: envelope.id }).execute();
  }
  return { type: "held", held };
};

/** What is held under an id. */
export const findEnvelope = async (
  db: SqliteTx,
  id: EnvelopeId,
): Promise<HeldEnvelope | undefined> => {
  const row = await db
    .selectFrom("envelopes")
    .select(["id", "digest", "fromDesk as from", "heldAt"])
    .where("id", "=", id)
    .executeTakeFirst();
  return row;
};

/** At most `limit` rows of a feed above `after`, in order. */
export const listFeed = async (
  db: SqliteTx,
  desk: DeskId,
  after: number,
  limit: number,
): Promise<readonly StoredFeedRow[]> => {
  const rows = await db
    .selectFrom("feeds")
    .innerJoin("envelopes", "envelopes.id", "feeds.envelope")
    .select(["position", "text", "id", "digest", "fromDesk as from", "heldAt"])
    .where("desk", "=", desk)
    .where("position", ">", after)
    .orderBy("position")
    .limit(limit)
    .execute();
  return rows.map(({ position, text, ...held }) => ({ position, text, held }));
};

/**
 * [Note: a feed has no gaps] S8: the next position is taken under the desk's own row in the
 * transaction that fills it, never from a sequence. A reader at n has therefore seen all below n.
 */
const takePosition = async (tx: SqliteTx, desk: DeskId): Promise<number> => {
  const row = await tx
    .insertInto("desks")
    .values({ desk, position: 1 })
    .onConflict((conflict) =>
      conflict.column("desk").doUpdateSet((eb) => ({ position: eb("desks.position", "+", 1) })),
    )
    .returning("position")
    .executeTakeFirstOrThrow();
  return row.position;
};
