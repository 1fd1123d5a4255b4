import type { Profile } from "#domain/device/profile.ts";
import type { ClosedPart } from "#domain/directory/readableDirectory.ts";
import type { InquiryRecord } from "#domain/inquiry/inquiryRecord.ts";
import type { ReplyRecord } from "#domain/letter/replyDraft.ts";
import type { ThreadRecord } from "#domain/thread/thread.ts";
import type { PendingEnrolment } from "./createPendingEnrolment.ts";
import type { DeviceIdentity } from "./identities.ts";
import type { DeskSummaries } from "./threadSummaries.ts";

/** What lies sealed under each kind of private row. */
export type PrivateValues = {
  readonly draft: InquiryRecord;
  readonly inquiry: InquiryRecord;
  readonly thread: ThreadRecord;
  readonly summaries: DeskSummaries;
  readonly reply: ReplyRecord;
  readonly profile: Profile;
  readonly identity: DeviceIdentity;
  readonly pendingEnrolment: PendingEnrolment;
  readonly directory: ClosedPart;
};
