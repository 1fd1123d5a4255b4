import { sql } from "kysely";
import type { DeskId } from "#domain/desk.ts";
import type { DeviceId, EnvelopeId } from "#domain/envelope/envelope.ts";
import type { Instant } from "#domain/instant.ts";
import type { GrantId } from "#domain/trust/registry.ts";
import type { PublicKey } from "#domain/trust/signedFile.ts";
import { appendToFeed } from "./sqliteLists.ts";
import { selectRevocation } from "./sqliteRegistry.ts";
import type { SqliteTx } from "./sqliteSchema.ts";

type Seen = {
  readonly desk: DeskId;
  readonly device: DeviceId;
  /** The device had seen the feed up to here, and has now seen it up to `to`. */
  readonly from: number;
  readonly to: number;
  readonly at: Instant;
};

/**
 * Appends a `delivered` notice to the sender's feed, once an envelope, when a device of the other desk
 * that it is sealed to has it. Envelopes within a desk have no recipients in the table.
 */
export const appendDeliveredNotices = async (tx: SqliteTx, seen: Seen): Promise<void> => {
  const { desk, device, at } = seen;
  const rows = await tx
    .selectFrom("feeds")
    .innerJoin("envelopes", "envelopes.id", "feeds.envelope")
    .innerJoin("recipients", "recipients.envelope", "feeds.envelope")
    .select(["envelopes.id", "envelopes.fromDesk"])
    .where("feeds.desk", "=", desk)
    .where("feeds.position", ">", seen.from)
    .where("feeds.position", "<=", seen.to)
    .where("feeds.type", "=", "envelope")
    .where("envelopes.toDesk", "=", desk)
    .where("recipients.device", "=", device)
    .where((eb) => eb.not(eb.exists(selectNotice(tx, "delivered"))))
    .orderBy("feeds.position")
    .execute();
  for (const { id, fromDesk } of rows) {
    await appendToFeed(tx, { desk: fromDesk, type: "delivered", envelope: id, device, at });
  }
};

/**
 * Appends a `recipientsGone` notice, once an envelope, for those that nobody can open now that this
 * grant's device is revoked.
 */
export const appendGoneNoticesOfGrant = async (
  tx: SqliteTx,
  publishers: readonly PublicKey[],
  grant: GrantId,
  at: Instant,
): Promise<void> => {
  const rows = await selectGone(tx, publishers)
    .innerJoin("recipients as theirs", "theirs.envelope", "envelopes.id")
    .innerJoin("devices as revoked", "revoked.device", "theirs.device")
    .where("revoked.grantId", "=", grant)
    .orderBy("envelopes.heldAt")
    .orderBy("envelopes.id")
    .execute();
  await appendGoneNotices(tx, rows, at);
};

/** As `appendGoneNoticesOfGrant`, for an envelope that nobody can open as it comes in. */
export const appendGoneNoticesOfEnvelope = async (
  tx: SqliteTx,
  publishers: readonly PublicKey[],
  envelope: EnvelopeId,
  at: Instant,
): Promise<void> => {
  const rows = await selectGone(tx, publishers).where("envelopes.id", "=", envelope).execute();
  await appendGoneNotices(tx, rows, at);
};

const appendGoneNotices = async (
  tx: SqliteTx,
  rows: readonly { readonly id: EnvelopeId; readonly fromDesk: DeskId }[],
  at: Instant,
): Promise<void> => {
  for (const { id, fromDesk } of rows) {
    await appendToFeed(tx, {
      desk: fromDesk,
      type: "recipientsGone",
      envelope: id,
      device: null,
      at,
    });
  }
};

/** Envelopes that some device of the recipient could open, and none can now. */
const selectGone = (tx: SqliteTx, publishers: readonly PublicKey[]) =>
  tx
    .selectFrom("envelopes")
    .select(["envelopes.id", "envelopes.fromDesk"])
    .where((eb) => eb.not(eb.exists(selectNotice(tx, "recipientsGone"))))
    .where((eb) => eb.exists(selectReaders(tx)))
    .where((eb) =>
      eb.not(
        eb.exists(
          selectReaders(tx).where((inner) =>
            inner.not(inner.exists(selectRevocation(tx, publishers, "readers.grantId"))),
          ),
        ),
      ),
    );

const selectNotice = (tx: SqliteTx, type: "delivered" | "recipientsGone") =>
  tx
    .selectFrom("feeds as notices")
    .select("notices.position")
    .where("notices.type", "=", type)
    .where("notices.envelope", "=", sql.ref<EnvelopeId>("envelopes.id"));

/** Devices of the recipient's desk that the outer query's envelope is sealed to. */
const selectReaders = (tx: SqliteTx) =>
  tx
    .selectFrom("recipients as sealed")
    .innerJoin("devices as readers", "readers.device", "sealed.device")
    .select("readers.device")
    .where("sealed.envelope", "=", sql.ref<EnvelopeId>("envelopes.id"))
    .where("readers.desk", "=", sql.ref<DeskId>("envelopes.toDesk"))
    .where("readers.role", "=", "desk");
