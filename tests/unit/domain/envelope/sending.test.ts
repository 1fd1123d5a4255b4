import { describe, expect, test } from "vitest";
import type { DeskId } from "#domain/desk.ts";
import type { Digest, EnvelopeId, ThreadId } from "#domain/envelope/envelope.ts";
import { mayBeHeld, type OutboxEntry, type OutboxState } from "#domain/envelope/outboxEntry.ts";
import type { Epoch, Receipt, Receipts } from "#domain/envelope/receipt.ts";
import { envelopeToSending } from "#domain/envelope/sending.ts";
import { sampleNow } from "#tests/world/moments.ts";

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

describe("what a screen says of an envelope", () => {
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
  ])("while it waits is its own state in the outbox: %o", (state, sending) => {
    expect(envelopeToSending(id, [createEntry(state)], none, "goesWhenOpened")).toEqual(sending);
  });

  test("is that it goes by itself only where a closed app can send", () => {
    const sending = envelopeToSending(id, [createEntry({ type: "queued" })], none, "goesByItself");
    expect(sending).toEqual({ type: "queued", whileClosed: "goesByItself" });
  });

  test("is never held without a receipt, not even when its entry is gone", () => {
    expect(envelopeToSending(id, [], none, "goesByItself")).toEqual({ type: "lost" });
    const other = createEntry({ type: "queued" }, withdrawalId);
    expect(envelopeToSending(id, [other], none, "goesByItself")).toEqual({ type: "lost" });
  });

  test("is held, with the receipt, once there is one", () => {
    const held = { type: "held", receipt: receiptOf(id) };
    expect(envelopeToSending(id, [], receiptsOf(id), "goesWhenOpened")).toEqual(held);
    const other = receiptsOf(withdrawalId);
    expect(envelopeToSending(id, [], other, "goesWhenOpened")).toEqual({ type: "lost" });
  });

  test("[S12] is not held while it is put again, whatever its old receipt says", () => {
    const again = [createEntry(waiting)];
    const sending = envelopeToSending(id, again, receiptsOf(id), "goesWhenOpened");
    expect(sending).toMatchObject({ type: "waiting" });
  });

  test("of a withdrawal is how far the withdrawal itself has gone", () => {
    const again = [createEntry(waiting, withdrawalId)];
    const sending = envelopeToSending(withdrawalId, again, receiptsOf(id), "goesWhenOpened");
    expect(sending).toMatchObject({ type: "waiting", tries: 3 });
    const receipts = receiptsOf(id, withdrawalId);
    const held = envelopeToSending(withdrawalId, [], receipts, "goesWhenOpened");
    expect(held).toEqual({ type: "held", receipt: receiptOf(withdrawalId) });
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
