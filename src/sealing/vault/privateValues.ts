import type { DeskAddress, DeskId } from "#domain/desk.ts";
import type { Profile } from "#domain/device/profile.ts";
import type { PrivatePart } from "#domain/directory/readableDirectory.ts";
import type { DeviceId } from "#domain/envelope/envelope.ts";
import type { InquiryRecord } from "#domain/inquiry/inquiryRecord.ts";
import type { ReplyRecord } from "#domain/letter/replyDraft.ts";
import type { ThreadRecord } from "#domain/thread/thread.ts";
import type { ThreadSummary } from "#domain/thread/threadSummary.ts";
import type { PublicKey } from "#domain/trust/signedFile.ts";
import type { EnrolmentRequest } from "#protocol/enrolment.ts";

/** The value that is sealed in a private row of each kind. */
export type PrivateValues = {
  readonly draft: InquiryRecord;
  readonly inquiry: InquiryRecord;
  readonly thread: ThreadRecord;
  readonly summaries: DeskSummaries;
  readonly reply: ReplyRecord;
  readonly profile: Profile;
  readonly identity: DeviceIdentity;
  readonly pendingEnrolment: PendingEnrolment;
  readonly directory: PrivatePart;
};

/** The keys of a device, before it belongs to a desk. */
export type DeviceSecrets = {
  readonly device: DeviceId;
  /** 32 bytes in base64url (RFC 8032). */
  readonly signingSeed: string;
  readonly signingKey: PublicKey;
  /** `AGE-SECRET-KEY-PQ-1…` */
  readonly sealingIdentity: string;
  /** `age1pq1…` */
  readonly sealingKey: string;
};

/** What makes this device one of a desk's: one identity for each desk that it serves. */
export type DeviceIdentity = DeviceSecrets & { readonly desk: DeskAddress };

/** A request that went, or is about to; kept until it is answered. */
export type PendingEnrolment = {
  /** Stands for the code, which is kept nowhere. */
  readonly invitationKey: PublicKey;
  readonly secrets: DeviceSecrets;
  readonly token: string;
  readonly request: EnrolmentRequest;
};

/** The summaries of all threads of a desk, in one row: a thousand are opened as one. */
export type DeskSummaries = {
  readonly desk: DeskId;
  /** Of the rules that made them: by other rules they may not be true. */
  readonly rules: string;
  readonly threads: readonly ThreadSummary[];
};
