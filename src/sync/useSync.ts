import { createContext, useContext } from "react";
import type { Enrolment } from "#domain/device/profile.ts";
import type { EnvelopeId } from "#domain/envelope/envelope.ts";
import type { Result } from "#domain/result.ts";
import type { PublicKey, SignedFile } from "#domain/trust/signedFile.ts";
import type { EnrolmentAnswer, EnrolmentRequest } from "#protocol/enrolment.ts";
import type { ProtocolError } from "#protocol/errors.ts";
import type { HealthAnswer } from "#protocol/health.ts";
import type { SubscriptionRequest } from "#protocol/subscription.ts";
import type { StorageError } from "#storage/storageError.ts";

export type EnrolError =
  | ProtocolError
  | { readonly type: "notReached" }
  | { readonly type: "notOurEndpoint"; readonly httpStatus: number }
  | { readonly type: "noEndpoint" }
  /** Without lasting storage the enrolled device would be gone with its page. */
  | { readonly type: "queueNeedsStorage" };

/** Why a call failed that a person waits for. */
export type AskError = Exclude<EnrolError, { readonly type: "queueNeedsStorage" }>;

/** The ways in which an endpoint notifies devices. */
export type NoticeOffer = Pick<HealthAnswer, "push" | "mail" | "epoch">;

/** The part that talks to the endpoint, as screens use it. It sees only sealed envelopes. */
export type Sync = {
  /** Null if `config.json` names no endpoint: phone, e-mail and paper remain. */
  readonly endpointUrl: string | null;
  /** The trusted keys in the same file. */
  readonly publishers: readonly PublicKey[];
  /** Sends queued entries, now or as soon as possible. Returns at once. */
  readonly pushSoon: () => void;
  /** Sends one entry, or all of them. */
  readonly tryNow: (id?: EnvelopeId) => Promise<void>;
  readonly enrol: (request: EnrolmentRequest) => Promise<Result<EnrolmentAnswer, EnrolError>>;
  readonly findNoticeOffer: () => Promise<Result<NoticeOffer, AskError>>;
  /** Tells the endpoint how to notify this device, and saves the answer. */
  readonly subscribe: (
    enrolment: Enrolment,
    request: SubscriptionRequest,
  ) => Promise<Result<void, AskError | StorageError>>;
  /** Sends what this device has signed about its desk's recovery sheet. */
  readonly publishSheet: (
    enrolment: Enrolment,
    signed: SignedFile,
  ) => Promise<Result<void, AskError>>;
  /** Pulls the directory, the feeds, and last the registry. */
  readonly refresh: () => Promise<RefreshReport>;
};

export type RefreshReport = {
  /** The registry is newer than all arrivals: an author whom it lacks was never enrolled. */
  readonly isRegistryFresh: boolean;
};

export const SyncContext = createContext<Sync | null>(null);

/** The running sync; throws outside the app's provider. */
export const useSync = (): Sync => {
  const sync = useContext(SyncContext);
  if (!sync) throw new Error("no sync above this component");
  return sync;
};
