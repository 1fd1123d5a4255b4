import { describe, expect, test } from "vitest";
import type { DeskId } from "#domain/desk.ts";
import type { Digest, EnvelopeId, ThreadId } from "#domain/envelope/envelope.ts";
import { mayBeHeld, type OutboxEntry, type OutboxState } from "#domain/envelope/outboxEntry.ts";
import type { Epoch, Receipt, Receipts } from "#domain/envelope/receipt.ts";
import { inquiryStatus } from "#domain/envelope/sending.ts";
import type { InquiryProgress } from "#domain/inquiry/inquiryRecord.ts";
import { createSampleContent, sampleNow } from "#tests/world/letters.ts";

const id = "0b0c6f6e-56d2-4b3d-9f43-0d2b1b1c6b01" as EnvelopeId;
const withdrawalId = "0b0c6f6e-56d2-4b3d-9f43-0d2b1b1c6b03" as EnvelopeId;
const receiptOf = (held: EnvelopeId): Receipt => ({
  id: held,
  digest: "0".repeat(64) as Digest,
  heldAt: sampleNow,
  number: "0000-0000",
  epoch: "0b0c6f6e-56d2-4b3d-9f43-0d2b1b1c6b09" as Epoch,
});
const receiptsOf = (...ids: EnvelopeId[]): Receipts =>
  new Map(ids.map((held) => [held, receiptOf(held)]));
const none = receiptsOf();
const sent = { envelopeId: id, content: createSampleContent(), queuedAt: sampleNow };
const queued: InquiryProgress = { type: "queued", ...sent };
const createEntry = (state: OutboxState, envelopeId = id): OutboxEntry => ({
  envelopeId,
  thread: "0b0c6f6e-56d2-4b3d-9f43-0d2b1b1c6b02" as ThreadId,
  kind: "inquiry",
  from: "UY/policy" as DeskId,
  to: "CL/policy" as DeskId,
  sealedTo: [],
  sequence: 1,
  bytes: "{}",
  digests: [],
  queuedAt: sampleNow,
  state,
});
const since = sampleNow;
const waiting: OutboxState = {
  type: "waiting",
  tries: 3,
  lastTriedAt: since,
  dueAt: since,
  failure: { type: "notReached" },
};

describe("what a screen says of an inquiry", () => {
  test.each<[OutboxState, object]>([
    [{ type: "queued" }, { type: "queued", whileClosed: "goesWhenOpened" }],
    [
      { type: "onItsWay", since, tries: 1 },
      { type: "onItsWay", since, tries: 1 },
    ],
    [waiting, { ...waiting, whileClosed: "goesWhenOpened" }],
    [
      { type: "paused", since, tries: 1 },
      { type: "paused", since },
    ],
    [
      { type: "needsAttention", since, tries: 1, refusal: { type: "forbidden", httpStatus: 403 } },
      { type: "needsAttention", since, refusal: { type: "forbidden", httpStatus: 403 } },
    ],
  ])("while its envelope waits is that envelope's own state: %o", (state, sending) => {
    expect(inquiryStatus(queued, [createEntry(state)], none, false)).toEqual({
      type: "sending",
      queuedAt: sampleNow,
      sending,
    });
  });

  test("is that it goes by itself only where a closed app can send", () => {
    const status = inquiryStatus(queued, [createEntry({ type: "queued" })], none, true);
    expect(status).toMatchObject({ sending: { type: "queued", whileClosed: "goesByItself" } });
  });

  test("is never held without a receipt, not even when its entry is gone", () => {
    expect(inquiryStatus(queued, [], none, true)).toMatchObject({ sending: { type: "lost" } });
    const other = createEntry({ type: "queued" }, withdrawalId);
    expect(inquiryStatus(queued, [other], none, true)).toMatchObject({ sending: { type: "lost" } });
  });

  test("is held, with the receipt, once there is one", () => {
    const held = { sending: { type: "held", receipt: receiptOf(id) } };
    expect(inquiryStatus(queued, [], receiptsOf(id), false)).toMatchObject(held);
    const other = receiptsOf(withdrawalId);
    expect(inquiryStatus(queued, [], other, false)).toMatchObject({ sending: { type: "lost" } });
  });

  test("[S12] is not held while it is put again, whatever its old receipt says", () => {
    const status = inquiryStatus(queued, [createEntry(waiting)], receiptsOf(id), false);
    expect(status).toMatchObject({ sending: { type: "waiting" } });
  });

  test("once taken back is how far the word of it has gone", () => {
    const withdrawn = { type: "withdrawn", ...sent, withdrawnAt: since, withdrawalId } as const;
    const entry = createEntry(waiting, withdrawalId);
    expect(inquiryStatus(withdrawn, [entry], none, false)).toMatchObject({
      type: "withdrawn",
      receipt: undefined,
      withdrawal: { type: "waiting", tries: 3 },
    });
    const receipts = receiptsOf(id, withdrawalId);
    expect(inquiryStatus(withdrawn, [], receipts, false)).toMatchObject({
      receipt: receiptOf(id),
      withdrawal: { type: "held", receipt: receiptOf(withdrawalId) },
    });
  });
});

describe("[S10] an entry may be held without our knowing", () => {
  const refused = (tries: number, httpStatus: number | null): OutboxState => ({
    type: "needsAttention",
    since,
    tries,
    refusal: { type: "some", httpStatus },
  });
  test.each<[string, boolean, OutboxState]>([
    ["not before its first try", false, { type: "queued" }],
    ["while it is on its way", true, { type: "onItsWay", since, tries: 1 }],
    ["after a try without an answer", true, waiting],
    ["not when the first try was refused", false, refused(1, 403)],
    ["when an earlier try was not refused", true, refused(2, 403)],
    ["not when it was stopped before any try (S11)", false, refused(0, null)],
    ["when it was stopped after a try (S11)", true, refused(1, null)],
  ])("%s", (_, expected, state) => {
    expect(mayBeHeld(createEntry(state))).toBe(expected);
  });
});
