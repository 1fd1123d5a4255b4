import { describe, expect, test } from "vitest";
import {
  createInquiryEnvelope,
  createWithdrawalEnvelope,
  envelopeToBytes,
} from "#domain/createEnvelope.ts";
import type { DeskId, StateCode } from "#domain/desk.ts";
import type { Digest, Envelope, EnvelopeId, ThreadId } from "#domain/envelope.ts";
import type { Epoch, Receipt } from "#domain/receipt.ts";
import { type ArrivedEnvelope, listReceivedInquiries } from "#domain/receivedInquiry.ts";
import { createSampleContent, sampleNow } from "./sampleInquiry.ts";

const idOf = (digit: number): string => `0b0c6f6e-56d2-4b3d-9f43-0d2b1b1c6b0${digit}`;
const thread = idOf(9) as ThreadId;
const receiptOf = (id: EnvelopeId): Receipt => ({
  id,
  digest: "0".repeat(64) as Digest,
  heldAt: sampleNow,
  number: "0000-0000",
  epoch: idOf(8) as Epoch,
});
const arrive = (envelope: Envelope, desk = "CL/policy"): ArrivedEnvelope => ({
  desk: desk as DeskId,
  bytes: envelopeToBytes(envelope),
  receipt: receiptOf(envelope.id),
});
const content = createSampleContent();
const inquiry = createInquiryEnvelope(content, { id: idOf(1) as EnvelopeId, thread });
const createWithdrawal = (from = content.from) =>
  createWithdrawalEnvelope({
    id: idOf(2) as EnvelopeId,
    thread,
    withdraws: inquiry.id,
    from,
    to: content.to,
    urgency: "day",
    writtenAt: sampleNow,
  });

describe("what has arrived", () => {
  test("is read, and told apart from what one's own desk sent", () => {
    expect(listReceivedInquiries([arrive(inquiry), arrive(inquiry, "UY/policy")])).toMatchObject([
      { type: "inquiry", direction: "sent", desk: "UY/policy" },
      { type: "inquiry", direction: "received", desk: "CL/policy", content, withdrawal: undefined },
    ]);
  });

  test("is marked as taken back by its sender, and by nobody else", () => {
    const own = listReceivedInquiries([arrive(inquiry), arrive(createWithdrawal())]);
    expect(own).toMatchObject([{ type: "inquiry", withdrawal: { id: idOf(2) } }]);
    const stranger = createWithdrawal({ state: "PE" as StateCode, desk: "policy" });
    const others = listReceivedInquiries([arrive(inquiry), arrive(stranger)]);
    expect(others).toMatchObject([{ type: "inquiry", withdrawal: undefined }]);
  });

  test.each<[string, ArrivedEnvelope]>([
    ["bytes that are no envelope", { ...arrive(inquiry), bytes: "<html>" }],
    ["a body that is no JSON", arrive({ ...inquiry, body: "age-encryption.org/v1" })],
    ["a body of a later schema", arrive({ ...inquiry, body: '{"schema":"inquiry/2"}' })],
    ["a withdrawal of nothing", arrive({ ...createWithdrawal(), body: "{}" })],
    [
      "a body that claims another sender",
      arrive({ ...inquiry, from: { state: "PE" as StateCode, desk: "policy" } }),
    ],
  ])("is shown as unreadable, not hidden: %s", (_, row) => {
    expect(listReceivedInquiries([row])).toMatchObject([{ type: "unreadable" }]);
  });
});
