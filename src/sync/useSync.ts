import { createContext, useContext } from "react";
import type { EnvelopeId, ThreadId } from "#domain/envelope.ts";
import type { InquiryContent } from "#domain/inquiry.ts";
import type { Enrolment } from "#domain/profile.ts";
import type { Result } from "#domain/result.ts";
import type { StorageError } from "#storage/storageError.ts";
import type { EnrolError } from "./enrolDevice.ts";

export type QueueError =
  | StorageError
  | { readonly type: "inquiryNoDraft" }
  /** Without lasting storage Enlace refuses to queue rather than pretend. */
  | { readonly type: "queueNeedsStorage" }
  | { readonly type: "noEndpoint" }
  /** This device is not enrolled for the desk that the inquiry comes from. */
  | { readonly type: "deskNotEnrolled" };

export type TakeBackError =
  | StorageError
  | { readonly type: "inquiryTried" }
  | { readonly type: "inquiryNotSent" };

/** What a screen may ask of the part that talks to the endpoint. Nothing here waits for a network. */
export type Sync = {
  /** Null where `config.json` names no endpoint: phone, e-mail and paper remain. */
  readonly endpointUrl: string | null;
  /** S1. Comes back as soon as it is on the disk. */
  readonly queueInquiry: (
    id: ThreadId,
    content: InquiryContent,
  ) => Promise<Result<void, QueueError>>;
  /** S10. `draft`: nobody can have it. `withdrawal`: it may have been received; a word follows it. */
  readonly takeBack: (id: ThreadId) => Promise<Result<"draft" | "withdrawal", TakeBackError>>;
  /** One entry, or all that wait. */
  readonly tryNow: (id?: EnvelopeId) => Promise<void>;
  readonly enrol: (typedCode: string) => Promise<Result<Enrolment, EnrolError>>;
  /** Looks for a newer directory and for what arrived. */
  readonly refresh: () => Promise<void>;
};

export const SyncContext = createContext<Sync | null>(null);

/** The running sync; throws outside of the app's provider. */
export const useSync = (): Sync => {
  const sync = useContext(SyncContext);
  if (!sync) throw new Error("no sync above this component");
  return sync;
};
