import * as v from "valibot";
import { describe, expect, test } from "vitest";
import {
  createInquiryEnvelope,
  createWithdrawalEnvelope,
  envelopeToBytes,
} from "#domain/createEnvelope.ts";
import { Envelope, type EnvelopeId, type ThreadId, WithdrawalContent } from "#domain/envelope.ts";
import { InquiryContent } from "#domain/inquiry.ts";
import { createSampleContent } from "./sampleInquiry.ts";

const ids = {
  id: "0b0c6f6e-56d2-4b3d-9f43-0d2b1b1c6b01" as EnvelopeId,
  thread: "0b0c6f6e-56d2-4b3d-9f43-0d2b1b1c6b02" as ThreadId,
};

describe("an envelope", () => {
  test("carries an inquiry whose body reads back as the same content", () => {
    const content = createSampleContent();
    const envelope = createInquiryEnvelope(content, ids);
    expect(v.parse(Envelope, JSON.parse(envelopeToBytes(envelope)))).toEqual(envelope);
    expect(v.parse(InquiryContent, JSON.parse(envelope.body))).toEqual(content);
    expect(envelope).toMatchObject({ ...ids, kind: "inquiry", to: content.to, from: content.from });
  });

  test("carries a withdrawal that names what it takes back", () => {
    const { from, to, urgency, writtenAt } = createSampleContent();
    const withdraws = "0b0c6f6e-56d2-4b3d-9f43-0d2b1b1c6b03" as EnvelopeId;
    const envelope = createWithdrawalEnvelope({ ...ids, withdraws, from, to, urgency, writtenAt });
    expect(v.parse(Envelope, JSON.parse(envelopeToBytes(envelope)))).toEqual(envelope);
    expect(v.parse(WithdrawalContent, JSON.parse(envelope.body)).withdraws).toBe(withdraws);
  });

  test("has the same bytes in whatever order its fields were put together", () => {
    const envelope = createInquiryEnvelope(createSampleContent(), ids);
    const { from, to, body, ...rest } = envelope;
    const turned = {
      body,
      to: { desk: to.desk, state: to.state },
      ...rest,
      from: { desk: from.desk, state: from.state },
    };
    expect(Object.keys(turned)).not.toEqual(Object.keys(envelope));
    expect(envelopeToBytes(turned)).toBe(envelopeToBytes(envelope));
  });
});
