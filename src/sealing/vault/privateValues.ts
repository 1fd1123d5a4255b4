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

/** This device's keys as a member of a desk: one identity for each desk that it serves. */
export type DeviceIdentity = DeviceSecrets & { readonly desk: DeskAddress };

/** An enrolment request that was sent or is about to be; kept until it is answered. */
export type PendingEnrolment = {
  /** Identifies the invitation instead of its code, which is never stored. */
  readonly invitationKey: PublicKey;
  readonly secrets: DeviceSecrets;
  readonly token: string;
  readonly request: EnrolmentRequest;
};

/** The summaries of all threads of a desk, in one row: a thousand are opened in one step. */
export type DeskSummaries = {
  readonly desk: DeskId;
  /** Digest of the rules that made the summaries; under other rules the summaries may be wrong. */
  readonly rules: string;
  readonly threads: readonly ThreadSummary[];
};
