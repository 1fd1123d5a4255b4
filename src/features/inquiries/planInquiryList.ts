import type { InquiryRecord } from "#domain/inquiryRecord.ts";
import { type InquiryStatus, inquiryStatus } from "#domain/inquiryStatus.ts";
import {
  type ArrivedEnvelope,
  listReceivedInquiries,
  type ReceivedInquiry,
} from "#domain/receivedInquiry.ts";
import type { InquiryState } from "#storage/inquiryStates.ts";

export type InquiryRowPlan =
  | { readonly type: "own"; readonly record: InquiryRecord; readonly status: InquiryStatus }
  | { readonly type: "arrived"; readonly received: ReceivedInquiry };

export type InquiryGroup = {
  readonly of: "waiting" | "received" | "drafts" | "held" | "fromDesk" | "withdrawn";
  readonly rows: readonly InquiryRowPlan[];
};

/** The groups of the list, what wants attention first; empty groups are left out. */
export const planInquiryList = (
  own: readonly InquiryState[],
  arrived: readonly ArrivedEnvelope[],
  canSendWhenClosed: boolean,
): readonly InquiryGroup[] => {
  const rows = own.map(({ record, outbox }) => ({
    type: "own" as const,
    record,
    status: inquiryStatus(record.progress, outbox, canSendWhenClosed),
  }));
  const ownThreads = new Set<string>(own.map(({ record }) => record.id));
  const others = listReceivedInquiries(arrived)
    .filter((received) => !isOwn(received, ownThreads))
    .map((received) => ({ type: "arrived" as const, received }));
  const groups: readonly InquiryGroup[] = [
    { of: "waiting", rows: rows.filter(({ status }) => isWaiting(status)) },
    { of: "received", rows: others.filter(({ received }) => !isFromDesk(received)) },
    { of: "drafts", rows: rows.filter(({ status }) => status.type === "draft") },
    { of: "held", rows: rows.filter(({ status }) => isHeld(status)) },
    { of: "fromDesk", rows: others.filter(({ received }) => isFromDesk(received)) },
    { of: "withdrawn", rows: rows.filter(({ status }) => status.type === "withdrawn") },
  ];
  return groups.filter(({ rows: listed }) => listed.length > 0);
};

const isHeld = (status: InquiryStatus): boolean =>
  status.type === "sending" && status.sending.type === "held";

const isWaiting = (status: InquiryStatus): boolean =>
  status.type === "sending" && status.sending.type !== "held";

const isFromDesk = (received: ReceivedInquiry): boolean =>
  received.type === "inquiry" && received.direction === "sent";

/** The feed also brings what this very device sent: that stands in the list already. */
const isOwn = (received: ReceivedInquiry, ownThreads: ReadonlySet<string>): boolean =>
  received.type === "inquiry" && received.direction === "sent" && ownThreads.has(received.thread);
