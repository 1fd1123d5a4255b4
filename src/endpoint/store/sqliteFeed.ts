import { deskToId } from "#domain/desk.ts";
import type { EnvelopeId } from "#domain/envelope/envelope.ts";
import type { PublicKey } from "#domain/trust/signedFile.ts";
import { type Page, planPage } from "./planPage.ts";
import { appendToFeed } from "./sqliteLists.ts";
import { appendDeliveredNotices, appendGoneNoticesOfEnvelope } from "./sqliteNotices.ts";
import type { SqliteTables, SqliteTx } from "./sqliteSchema.ts";
import type { Arrival, FeedReading, HeldEnvelope, HoldOutcome, StoredFeedRow } from "./store.ts";

/** A page, and the marks of the device that reads it, before and after. */
type FeedLook = {
  readonly page: Page<StoredFeedRow>;
  readonly before: Marks;
  readonly after: Marks;
};

type Marks = Pick<SqliteTables["devices"], "served" | "seen">;

/** Reads a page and writes nothing. */
export const lookAtFeed = async (db: SqliteTx, reading: FeedReading): Promise<FeedLook> => {
  const before = await db
    .selectFrom("devices")
    .select(["served", "seen"])
    .where("device", "=", reading.device)
    .executeTakeFirstOrThrow();
  const page = planPage(await findRows(db, reading), reading, countBytes);
  // At most up to the last row served: a position from before a restoration is of other rows.
  const seen = Math.max(before.seen, Math.min(reading.after, before.served));
  const served = Math.max(before.served, page.rows.at(-1)?.position ?? 0);
  return { page, before, after: { seen, served } };
};

/** Whether a look leaves the marks as they are, so that nothing has to be written. */
export const isSettled = ({ before, after }: FeedLook): boolean =>
  after.seen === before.seen && after.served === before.served;

/** See `Store.readFeed`; runs in the transaction that it is given. */
export const readFeed = async (
  tx: SqliteTx,
  reading: FeedReading,
): Promise<Page<StoredFeedRow>> => {
  const look = await lookAtFeed(tx, reading);
  const { page, before, after } = look;
  if (isSettled(look)) return page;
  const { desk, device, at } = reading;
  await appendDeliveredNotices(tx, { desk, device, from: before.seen, to: after.seen, at });
  await tx.updateTable("devices").set(after).where("device", "=", device).execute();
  return page;
};

const findRows = async (
  tx: SqliteTx,
  { desk, after, limit }: FeedReading,
): Promise<readonly StoredFeedRow[]> => {
  const rows = await tx
    .selectFrom("feeds")
    .innerJoin("envelopes", "envelopes.id", "feeds.envelope")
    .select(["position", "type", "device", "at", "envelopes.id", "digest", "heldAt", "text"])
    .select("fromDesk as from")
    .where("desk", "=", desk)
    .where("position", ">", after)
    .orderBy("position")
    .limit(limit + 1)
    .execute();
  return rows.map(rowToFeedRow);
};

type FoundRow = Pick<SqliteTables["feeds"], "position" | "type" | "device" | "at"> &
  Pick<SqliteTables["envelopes"], "id" | "digest" | "heldAt" | "text"> & {
    readonly from: SqliteTables["envelopes"]["fromDesk"];
  };

const rowToFeedRow = (row: FoundRow): StoredFeedRow => {
  const { type, position, id, digest, from, heldAt, text } = row;
  if (type === "envelope") return { type, position, text, held: { id, digest, from, heldAt } };
  const at = row.at ?? heldAt;
  if (type === "recipientsGone") return { type, position, envelope: id, at };
  if (row.device === null) throw new Error("A delivered notice names no device.");
  return { type, position, envelope: id, device: row.device, at };
};

const countBytes = (row: StoredFeedRow): number =>
  row.type === "envelope" ? Buffer.byteLength(row.text) : 0;

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
    // Its sender may have read the registry before the last of them was revoked.
    await appendGoneNoticesOfEnvelope(tx, publishers, id, at);
  }
  return { type: "held", held: { id, digest, from, heldAt: at } };
};

/** See `Store.findEnvelope`. */
export const findEnvelope = async (
  db: SqliteTx,
  id: EnvelopeId,
): Promise<HeldEnvelope | undefined> =>
  db
    .selectFrom("envelopes")
    .select(["id", "digest", "fromDesk as from", "heldAt"])
    .where("id", "=", id)
    .executeTakeFirst();
