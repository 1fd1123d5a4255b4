import { createInquiryEnvelope, envelopeToBytes } from "#domain/createEnvelope.ts";
import { deskToId } from "#domain/desk.ts";
import type { Envelope, EnvelopeId, ThreadId } from "#domain/envelope.ts";
import type { InquiryContent } from "#domain/inquiry.ts";
import { type Instant, msToInstant } from "#domain/instant.ts";
import { err, type Result } from "#domain/result.ts";
import type { EnlaceDatabase } from "#storage/database.ts";
import { findDeskEnrolment } from "#storage/enrolments.ts";
import { type OutboxAddition, queueInquiry as saveQueued } from "#storage/outbox.ts";
import { tryStorage } from "#storage/storageError.ts";
import { digestText } from "./digestText.ts";
import type { QueueError } from "./useSync.ts";

export type QueueDeps = {
  readonly database: EnlaceDatabase;
  readonly lasting: boolean;
  readonly endpointUrl: string | null;
  readonly clock: () => number;
  readonly newId: () => string;
};

/** S1. Makes the envelope and its digest first: nothing foreign is awaited in the transaction. */
export const queueInquiry = async (
  deps: QueueDeps,
  id: ThreadId,
  content: InquiryContent,
): Promise<Result<void, QueueError>> => {
  if (!deps.lasting) return err({ type: "queueNeedsStorage" });
  if (deps.endpointUrl === null) return err({ type: "noEndpoint" });
  const envelopeId = deps.newId() as EnvelopeId;
  const envelope = createInquiryEnvelope(content, { id: envelopeId, thread: id });
  const addition = await envelopeToAddition(envelope, msToInstant(deps.clock()));
  const saved = await tryStorage(async () => {
    const enrolment = await findDeskEnrolment(deps.database, content.from);
    if (!enrolment) return err({ type: "deskNotEnrolled" as const });
    return saveQueued(deps.database, id, content, addition);
  });
  return saved.ok ? saved.value : saved;
};

/** What the outbox keeps of an envelope: its bytes, never changed, and their digest. */
export const envelopeToAddition = async (
  envelope: Envelope,
  queuedAt: Instant,
): Promise<OutboxAddition> => {
  const bytes = envelopeToBytes(envelope);
  return {
    envelopeId: envelope.id,
    thread: envelope.thread,
    kind: envelope.kind,
    from: deskToId(envelope.from),
    to: deskToId(envelope.to),
    bytes,
    digests: [await digestText(bytes)],
    queuedAt,
  };
};
