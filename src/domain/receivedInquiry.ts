import { type DeskAddress, type DeskId, deskToId, isSameDesk } from "./desk.ts";
import type { EnvelopeId, ThreadId } from "./envelope.ts";
import type { InquiryContent } from "./inquiry.ts";
import { parseEnvelope, parseInquiryBody, parseWithdrawalBody } from "./parseInquiryBody.ts";
import type { Receipt } from "./receipt.ts";

/** What stands at a place of a desk's feed. */
export type ArrivedEnvelope = {
  readonly desk: DeskId;
  readonly bytes: string;
  readonly receipt: Receipt;
};

export type ReceivedInquiry =
  | {
      readonly type: "inquiry";
      readonly id: EnvelopeId;
      readonly thread: ThreadId;
      readonly desk: DeskId;
      /** `sent`: by this desk, from this device or a colleague's. */
      readonly direction: "received" | "sent";
      readonly content: InquiryContent;
      readonly receipt: Receipt;
      /** The sender has taken it back; the endpoint's receipt for that word. */
      readonly withdrawal: Receipt | undefined;
    }
  /** Arrived, but this version of Enlace can't read it: shown as such, never hidden. */
  | {
      readonly type: "unreadable";
      readonly id: EnvelopeId;
      readonly desk: DeskId;
      readonly from: DeskAddress | undefined;
      readonly receipt: Receipt;
    };

/** The inquiries in the feeds, the newest first, with what has been taken back marked as such. */
export const listReceivedInquiries = (
  arrived: readonly ArrivedEnvelope[],
): readonly ReceivedInquiry[] => {
  const withdrawals = findWithdrawals(arrived);
  return arrived
    .flatMap((row) => {
      const read = readRow(row, withdrawals);
      return read ? [read] : [];
    })
    .toReversed();
};

const readRow = (
  row: ArrivedEnvelope,
  withdrawals: ReadonlyMap<string, Receipt>,
): ReceivedInquiry | undefined => {
  const { desk, receipt } = row;
  const id = receipt.id;
  const envelope = parseEnvelope(row.bytes);
  if (!envelope.ok) return { type: "unreadable", id, desk, from: undefined, receipt };
  const { kind, from, to, thread, body } = envelope.value;
  if (kind === "withdrawal" && parseWithdrawalBody(body).ok) return undefined;
  const content = parseInquiryBody(body);
  // The endpoint vouches for the envelope's desks only: a body that claims others is not believed.
  const isAgreed =
    content.ok && isSameDesk(content.value.from, from) && isSameDesk(content.value.to, to);
  if (!isAgreed) return { type: "unreadable", id, desk, from, receipt };
  const direction = deskToId(from) === desk ? "sent" : "received";
  const withdrawal = withdrawals.get(withdrawalKey(deskToId(from), id));
  return {
    type: "inquiry",
    id,
    thread,
    desk,
    direction,
    content: content.value,
    receipt,
    withdrawal,
  };
};

/** Only the desk that sent an inquiry can take it back. */
const withdrawalKey = (from: DeskId, id: EnvelopeId): string => `${from} ${id}`;

const findWithdrawals = (arrived: readonly ArrivedEnvelope[]): ReadonlyMap<string, Receipt> => {
  const found = new Map<string, Receipt>();
  for (const row of arrived) {
    const envelope = parseEnvelope(row.bytes);
    if (!envelope.ok || envelope.value.kind !== "withdrawal") continue;
    const body = parseWithdrawalBody(envelope.value.body);
    if (!body.ok) continue;
    found.set(withdrawalKey(deskToId(envelope.value.from), body.value.withdraws), row.receipt);
  }
  return found;
};
