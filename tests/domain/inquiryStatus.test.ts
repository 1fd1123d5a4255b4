import { describe, expect, test } from "vitest";
import type { DeskId } from "#domain/desk.ts";
import type { Digest, EnvelopeId, ThreadId } from "#domain/envelope.ts";
import type { InquiryProgress } from "#domain/inquiryRecord.ts";
import { inquiryStatus } from "#domain/inquiryStatus.ts";
import type { OutboxEntry, OutboxState } from "#domain/outboxEntry.ts";
import type { Epoch, Receipt } from "#domain/receipt.ts";
import { createSampleContent, sampleNow } from "./sampleInquiry.ts";

const id = "0b0c6f6e-56d2-4b3d-9f43-0d2b1b1c6b01" as EnvelopeId;
const withdrawalId = "0b0c6f6e-56d2-4b3d-9f43-0d2b1b1c6b03" as EnvelopeId;
const receipt: Receipt = {
  id,
  digest: "0".repeat(64) as Digest,
  heldAt: sampleNow,
  number: "0000-0000",
  epoch: "0b0c6f6e-56d2-4b3d-9f43-0d2b1b1c6b09" as Epoch,
};
const sent = { envelopeId: id, content: createSampleContent(), queuedAt: sampleNow };
const queued: InquiryProgress = { type: "queued", ...sent };
const createEntry = (state: OutboxState, envelopeId = id): OutboxEntry => ({
  envelopeId,
  thread: "0b0c6f6e-56d2-4b3d-9f43-0d2b1b1c6b02" as ThreadId,
  kind: "inquiry",
  from: "UY/policy" as DeskId,
  to: "CL/policy" as DeskId,
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
    expect(inquiryStatus(queued, [createEntry(state)], false)).toEqual({
      type: "sending",
      queuedAt: sampleNow,
      sending,
    });
  });

  test("is that it goes by itself only where a closed app can send", () => {
    const status = inquiryStatus(queued, [createEntry({ type: "queued" })], true);
    expect(status).toMatchObject({ sending: { type: "queued", whileClosed: "goesByItself" } });
  });

  test("is never held without a receipt, not even when its entry is gone", () => {
    expect(inquiryStatus(queued, [], true)).toMatchObject({ sending: { type: "lost" } });
    const other = createEntry({ type: "queued" }, withdrawalId);
    expect(inquiryStatus(queued, [other], true)).toMatchObject({ sending: { type: "lost" } });
  });

  test("is held, with the receipt, once there is one", () => {
    expect(inquiryStatus({ type: "held", ...sent, receipt }, [], false)).toMatchObject({
      sending: { type: "held", receipt },
    });
  });

  test("once taken back is how far the word of it has gone", () => {
    const withdrawn = { type: "withdrawn", ...sent, withdrawnAt: since, withdrawalId } as const;
    const entry = createEntry(waiting, withdrawalId);
    expect(inquiryStatus(withdrawn, [entry], false)).toMatchObject({
      type: "withdrawn",
      receipt: undefined,
      withdrawal: { type: "waiting", tries: 3 },
    });
    const held = { ...withdrawn, receipt, withdrawalReceipt: receipt };
    expect(inquiryStatus(held, [], false)).toMatchObject({
      receipt,
      withdrawal: { type: "held", receipt },
    });
  });
});
