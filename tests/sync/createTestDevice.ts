import { randomUUID } from "node:crypto";
import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { onTestFinished } from "vitest";
import type { DeviceId, ThreadId } from "#domain/envelope.ts";
import type { InquiryContent } from "#domain/inquiry.ts";
import type { InquiryRecord } from "#domain/inquiryRecord.ts";
import { msToInstant } from "#domain/instant.ts";
import type { Enrolment } from "#domain/profile.ts";
import { EnlaceDatabase } from "#storage/database.ts";
import { saveEnrolment } from "#storage/enrolments.ts";
import { saveInquiryDraft } from "#storage/inquiries.ts";
import { listOutbox } from "#storage/outbox.ts";
import { createEndpointClient } from "#sync/endpointClient.ts";
import { pushOutbox } from "#sync/pushOutbox.ts";
import { queueInquiry } from "#sync/queueInquiry.ts";
import { createSampleContent, createSampleDraft } from "../domain/sampleInquiry.ts";

export const startedAtMs = Date.parse("2026-11-22T15:00:00.000Z");

/** One device: its storage, a clock that stands until it is moved, and the endpoint it talks to. */
export const createTestDevice = (endpointUrl: string) => {
  const factory = new IDBFactory();
  const reopen = (): EnlaceDatabase =>
    new EnlaceDatabase("enlace", { indexedDB: factory, IDBKeyRange });
  const database = reopen();
  onTestFinished(() => database.close());
  let nowMs = startedAtMs;
  const deps = {
    database,
    lasting: true,
    endpointUrl,
    client: createEndpointClient(endpointUrl),
    clock: () => nowMs,
    chance: () => 0.5,
    newId: () => randomUUID(),
  };
  return {
    ...deps,
    reopen,
    moveClock: (ms: number) => {
      nowMs += ms;
    },
    push: () => pushOutbox(deps),
    outbox: () => listOutbox(database),
    enrol: (token = "token") => saveEnrolment(database, createEnrolment(token)),
    /** An inquiry of its own thread, in the outbox. */
    queue: async (changes: Partial<InquiryContent> = {}) => {
      const record = createRecord();
      await saveInquiryDraft(database, record);
      const queued = await queueInquiry(deps, record.id, createSampleContent(changes));
      if (!queued.ok) throw new Error(queued.error.type);
      return record.id;
    },
  };
};

export const createRecord = (): InquiryRecord => ({
  id: randomUUID() as ThreadId,
  createdAt: msToInstant(startedAtMs),
  changedAt: msToInstant(startedAtMs),
  step: "contact",
  draft: createSampleDraft(),
  calls: [],
  otherWays: [],
  progress: { type: "draft" },
});

export const createEnrolment = (token = "token"): Enrolment => ({
  device: randomUUID() as DeviceId,
  token,
  role: "desk",
  desk: createSampleContent().from,
  enrolledAt: msToInstant(startedAtMs),
});
