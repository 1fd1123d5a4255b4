import type { DeskId } from "#domain/desk.ts";
import type { DeviceId } from "#domain/envelope/envelope.ts";
import type { Instant } from "#domain/instant.ts";
import type { GrantId } from "#domain/trust/registry.ts";
import type { PublicKey } from "#domain/trust/signedFile.ts";
import type { PushTarget, SubscriptionRequest } from "#protocol/subscription.ts";
import { findTrusted } from "./sqliteRegistry.ts";
import type { SqliteTx } from "./sqliteSchema.ts";
import type { ClaimedNotices, DueNotice, PushKeys } from "./store.ts";

const pushKeys = "pushKeys";

/** See `Store.keepPushKeys`; runs in the transaction that it is given. */
export const keepPushKeys = async (tx: SqliteTx, made: PushKeys): Promise<PushKeys> => {
  await tx
    .insertInto("meta")
    .values({ key: pushKeys, value: JSON.stringify(made) })
    .onConflict((conflict) => conflict.column("key").doNothing())
    .execute();
  const { value } = await tx
    .selectFrom("meta")
    .select("value")
    .where("key", "=", pushKeys)
    .executeTakeFirstOrThrow();
  // Written above, by this process or another of this Enlace.
  return JSON.parse(value) as PushKeys;
};

/** See `Store.saveSubscription`; runs in the transaction that it is given. */
export const saveSubscription = async (
  tx: SqliteTx,
  device: DeviceId,
  { push, mail }: SubscriptionRequest,
): Promise<void> => {
  const where = { push: push && JSON.stringify(push), mail };
  await tx
    .insertInto("subscriptions")
    .values({ device, ...where, isWaiting: 0, toldAt: null })
    .onConflict((conflict) => conflict.column("device").doUpdateSet(where))
    .execute();
  await dropEmpty(tx);
};

/** See `Store.dropPush`; runs in the transaction that it is given. */
export const dropPush = async (
  tx: SqliteTx,
  device: DeviceId,
  target: PushTarget,
): Promise<void> => {
  await tx
    .updateTable("subscriptions")
    .set({ push: null })
    .where("device", "=", device)
    .where("push", "=", JSON.stringify(target))
    .execute();
  await dropEmpty(tx);
};

/** Deletes the subscription of a revoked device, which is not notified any more. */
export const dropSubscriptionOf = async (tx: SqliteTx, grant: GrantId): Promise<void> => {
  await tx
    .deleteFrom("subscriptions")
    .where("device", "in", (eb) =>
      eb.selectFrom("devices").select("devices.device").where("grantId", "=", grant),
    )
    .execute();
};

/** See `Store.markWaiting`. */
export const markWaiting = async (db: SqliteTx, desk: DeskId): Promise<void> => {
  await db
    .updateTable("subscriptions")
    .set({ isWaiting: 1 })
    .where("device", "in", (eb) =>
      eb
        .selectFrom("devices")
        .select("devices.device")
        .where("desk", "=", desk)
        .where("role", "=", "desk"),
    )
    .execute();
};

/** See `Store.claimNotices`; runs in the transaction that it is given. */
export const claimNotices = async (
  tx: SqliteTx,
  publishers: readonly PublicKey[],
  at: Instant,
  notSince: Instant,
): Promise<ClaimedNotices> => {
  const marked = await tx
    .selectFrom("subscriptions")
    .innerJoin("devices", "devices.device", "subscriptions.device")
    .select(["subscriptions.device", "push", "mail", "toldAt", "desk", "grantId"])
    .where("isWaiting", "=", 1)
    .execute();
  const due: DueNotice[] = [];
  let isMore = false;
  for (const { grantId, toldAt, push, ...row } of marked) {
    if (!(await counts(tx, publishers, grantId))) {
      await dropSubscriptionOf(tx, grantId);
    } else if (isTooSoon(toldAt, at, notSince)) {
      isMore = true;
    } else {
      // Parsed by a schema before `saveSubscription` wrote it.
      due.push({ ...row, push: push === null ? null : (JSON.parse(push) as PushTarget) });
      await noteTold(tx, row.device, at);
    }
  }
  return { due, isMore };
};

/** A time in the future means that the clock was set back since. */
const isTooSoon = (toldAt: Instant | null, at: Instant, notSince: Instant): boolean =>
  toldAt !== null && toldAt > notSince && toldAt <= at;

const noteTold = async (tx: SqliteTx, device: DeviceId, toldAt: Instant): Promise<void> => {
  await tx
    .updateTable("subscriptions")
    .set({ isWaiting: 0, toldAt })
    .where("device", "=", device)
    .execute();
};

const counts = async (
  tx: SqliteTx,
  publishers: readonly PublicKey[],
  grant: GrantId,
): Promise<boolean> =>
  (await findTrusted(tx, publishers, "revocation", grant)) === undefined &&
  (await findTrusted(tx, publishers, "grant", grant)) !== undefined;

const dropEmpty = async (tx: SqliteTx): Promise<void> => {
  await tx
    .deleteFrom("subscriptions")
    .where("push", "is", null)
    .where("mail", "is", null)
    .execute();
};
