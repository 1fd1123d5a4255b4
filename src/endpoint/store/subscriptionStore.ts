import type { DeskId } from "#domain/desk.ts";
import type { DeviceId } from "#domain/envelope/envelope.ts";
import type { Instant } from "#domain/instant.ts";
import type { PushTarget, SubscriptionRequest } from "#protocol/messages.ts";

/** The endpoint's own key pair for Web Push (RFC 8292), both halves in base64url. */
export type PushKeys = { readonly publicKey: string; readonly privateKey: string };

/** A device that is to be told that something waits, and where. */
export type DueNotice = SubscriptionRequest & {
  readonly device: DeviceId;
  readonly desk: DeskId;
};

export type ClaimedNotices = {
  readonly due: readonly DueNotice[];
  /** Others wait to be told, and were told too lately. */
  readonly isMore: boolean;
};

/** The part of `Store` that is about telling devices that something waits. */
export type SubscriptionStore = {
  /** Keeps these keys if there are none yet; gives those that are kept. */
  keepPushKeys(made: PushKeys): Promise<PushKeys>;

  /** In the place of what was held of that device; with neither push nor mail nothing is. */
  saveSubscription(device: DeviceId, subscription: SubscriptionRequest): Promise<void>;

  /** Forgets where to push, unless the device has named another place meanwhile. */
  dropPush(device: DeviceId, target: PushTarget): Promise<void>;

  /** Something has come for this desk: its subscribed devices are to be told. */
  markWaiting(desk: DeskId): Promise<void>;

  /**
   * Takes those that are to be told and were not told since `notSince`; each is given out once,
   * however many processes ask. What belongs to a device that counts no longer is dropped.
   */
  claimNotices(at: Instant, notSince: Instant): Promise<ClaimedNotices>;
};
