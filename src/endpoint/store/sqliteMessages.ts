import { deskToId } from "#domain/desk.ts";
import type { EnvelopeId } from "#domain/envelope/envelope.ts";
import type { PublicKey } from "#domain/trust/signedFile.ts";
import { appendToFeed } from "./appendToFeed.ts";
import { noticeGoneOfEnvelope } from "./sqliteNotices.ts";
import type { SqliteTx } from "./sqliteTables.ts";
import type { Arrival, HeldEnvelope, HoldOutcome } from "./store.ts";

/** See `Store.saveEnvelope`; runs in the transaction that it is given. */
export const saveEnvelope = async (
  tx: SqliteTx,
  publishers: readonly PublicKey[],
  { envelope, text, digest, at }: Arrival,
): Promise<HoldOutcome> => {
  const { id } = envelope;
  const before = await findEnvelope(tx, id);
  if (before) return { type: "heldBefore", held: before };
  const [from, to] = [deskToId(envelope.from), deskToId(envelope.to)];
  await tx
    .insertInto("envelopes")
    .values({ id, digest, fromDesk: from, toDesk: to, heldAt: at, text })
    .execute();
  for (const desk of new Set([from, to])) {
    await appendToFeed(tx, { desk, type: "envelope", envelope: id, device: null, at: null });
  }
  if (from !== to) {
    const devices = [...new Set(envelope.sealedTo)];
    const recipients = devices.map((device) => ({ envelope: id, device }));
    await tx.insertInto("recipients").values(recipients).execute();
    // Its sender may have looked at the registry before the last of them was revoked.
    await noticeGoneOfEnvelope(tx, publishers, id, at);
  }
  return { type: "held", held: { id, digest, from, heldAt: at } };
};

/** What is held under an id. */
export const findEnvelope = async (
  db: SqliteTx,
  id: EnvelopeId,
): Promise<HeldEnvelope | undefined> =>
  db
    .selectFrom("envelopes")
    .select(["id", "digest", "fromDesk as from", "heldAt"])
    .where("id", "=", id)
    .executeTakeFirst();
