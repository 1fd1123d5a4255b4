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
  /** Without lasting storage a device would be let in that is gone with its page. */
  | { readonly type: "queueNeedsStorage" };

/** Why a call that a person waits for brought nothing. */
export type AskError = Exclude<EnrolError, { readonly type: "queueNeedsStorage" }>;

/** By which ways an endpoint tells that something waits. */
export type NoticeOffer = Pick<HealthAnswer, "push" | "mail" | "epoch">;

/** What a screen may ask of the part that talks to the endpoint. It sees sealed envelopes only. */
export type Sync = {
  /** Null where `config.json` names no endpoint: phone, e-mail and paper remain. */
  readonly endpointUrl: string | null;
  /** Whose signatures count, by the same file. */
  readonly publishers: readonly PublicKey[];
  /** Something was queued: tries it now, or as soon as it can. Comes back at once. */
  readonly pushSoon: () => void;
  /** One entry, or all that wait. */
  readonly tryNow: (id?: EnvelopeId) => Promise<void>;
  readonly enrol: (request: EnrolmentRequest) => Promise<Result<EnrolmentAnswer, EnrolError>>;
  readonly findNoticeOffer: () => Promise<Result<NoticeOffer, AskError>>;
  /** Says where this device of a desk is told that something waits, and keeps what was answered. */
  readonly subscribe: (
    enrolment: Enrolment,
    request: SubscriptionRequest,
  ) => Promise<Result<void, AskError | StorageError>>;
  /** Brings what this device has signed about its desk's recovery sheet. */
  readonly publishSheet: (
    enrolment: Enrolment,
    signed: SignedFile,
  ) => Promise<Result<void, AskError>>;
  /** Looks for a newer directory, for what arrived, and last for whose devices count. */
  readonly refresh: () => Promise<RefreshReport>;
};

export type RefreshReport = {
  /** Whoever wrote something that has arrived so far stands in the registry by now, or never did. */
  readonly isRegistryFresh: boolean;
};

export const SyncContext = createContext<Sync | null>(null);

/** The running sync; throws outside of the app's provider. */
export const useSync = (): Sync => {
  const sync = useContext(SyncContext);
  if (!sync) throw new Error("no sync above this component");
  return sync;
};
