import { type DeskAddress, deskToId } from "#domain/desk.ts";
import type { DeviceId, Digest, EnvelopeId, ThreadId } from "#domain/envelope/envelope.ts";
import type { OutboxEntry, OutboxState } from "#domain/envelope/outboxEntry.ts";
import { digestToReceiptNumber, type Epoch, type Receipt } from "#domain/envelope/receipt.ts";
import { createLetter } from "#domain/letter/createLetter.ts";
import type { LetterContent } from "#domain/letter/letter.ts";
import type { KeptLetter, ThreadNotice } from "#domain/thread/thread.ts";
import {
  type ThreadSources,
  type ThreadStatus,
  threadStatus,
} from "#domain/thread/threadStatus.ts";
import type { PublicKey } from "#domain/trust/signedFile.ts";
import { chile, peru, uruguay } from "./desks.ts";
import { createSampleContent } from "./letters.ts";
import { instant, sampleNow } from "./moments.ts";

export const asker = uruguay;

export const asked = chile;

export const stranger = peru;

export const thread = idOf(9000) as ThreadId;

/** A UUID that ends in a number. */
export function idOf(number: number): string {
  return `0b0c6f6e-56d2-4b3d-9f43-${number.toString(16).padStart(12, "0")}`;
}

export const letterId = (number: number): EnvelopeId => idOf(number) as EnvelopeId;

export const deviceId = (number: number): DeviceId => idOf(number + 500) as DeviceId;

/** So many minutes after the sample's now. */
export const minute = (minutes: number) =>
  instant(new Date(Date.parse(sampleNow) + minutes * 60_000).toISOString());

export const createReceipt = (id: EnvelopeId, minutes: number): Receipt => {
  const digest = id.replaceAll("-", "").padEnd(64, "0") as Digest;
  const number = digestToReceiptNumber(digest);
  return { id, digest, heldAt: minute(minutes), number, epoch: idOf(8000) as Epoch };
};

const sender = { name: "Ana Ferreira", affiliation: "Guardia" };

const replyTo = { email: "guardia@cancilleria.example" };

const mark = "TLP:AMBER";

const text = { text: "Texto.", language: "es" } as const;

/** Contents, as short as they may be. */
export const contents = {
  inquiry: (from = asker, to = asked): LetterContent => createSampleContent({ from, to }),
  withdrawal: (number: number): LetterContent => ({
    schema: "withdrawal/1",
    withdraws: letterId(number),
  }),
  acknowledgement: (
    changes: Partial<Extract<LetterContent, { schema: "acknowledgement/1" }>> = {},
  ): LetterContent => ({
    schema: "acknowledgement/1",
    sender,
    replyTo,
    askedBack: [],
    mark,
    ...changes,
  }),
  update: (
    changes: Partial<Extract<LetterContent, { schema: "update/1" }>> = {},
  ): LetterContent => ({ schema: "update/1", sender, text, mark, ...changes }),
  answer: (): LetterContent => ({ schema: "answer/1", sender, replyTo, text, mark }),
  closing: (): LetterContent => ({ schema: "closing/1", sender, reason: "resolved", mark }),
  note: (changes: Partial<Extract<LetterContent, { schema: "note/1" }>> = {}): LetterContent => ({
    schema: "note/1",
    read: [],
    engaged: [],
    ...changes,
  }),
};

export type LetterPlan = {
  readonly number: number;
  readonly from: DeskAddress;
  readonly to?: DeskAddress;
  readonly content: LetterContent;
  readonly seen?: readonly number[];
  /** Minutes; `null`: the endpoint does not hold it, and this device has queued it. */
  readonly held?: number | null;
  readonly position?: number | null;
  readonly author?: DeviceId;
  readonly writtenAt?: number;
  readonly replaces?: number;
};

/** A letter as a device keeps it: held at the minute of its number, unless said otherwise. */
export const keepLetter = (plan: LetterPlan): KeptLetter => {
  const { number, from, content, seen = [], held = number, replaces } = plan;
  const isInternal = content.schema === "note/1" || content.schema === "handover/1";
  const other = deskToId(from) === deskToId(asker) ? asked : asker;
  const letter = createLetter(
    {
      id: letterId(number),
      thread,
      from,
      to: plan.to ?? (isInternal ? from : other),
      urgency: "day",
      author: plan.author ?? deviceId(number),
      writtenAt: minute(plan.writtenAt ?? number),
      seen: seen.map(letterId),
      replaces: replaces === undefined ? undefined : letterId(replaces),
    },
    content,
  );
  return {
    letter,
    signed: {
      schema: "signed/1",
      purpose: "letter",
      content: JSON.stringify(letter),
      key: "k".repeat(43) as PublicKey,
      signature: number.toString(16).padStart(86, "0"),
    },
    position: held === null ? null : plan.position === undefined ? number : plan.position,
    receipt: held === null ? null : createReceipt(letterId(number), held),
    queuedAt: held === null ? minute(plan.writtenAt ?? number) : null,
  };
};

export const inquiryLetter = keepLetter({ number: 1, from: asker, content: contents.inquiry() });

/** The status of these letters as a desk sees it; the asker's, unless said otherwise. */
export const statusOf = (
  letters: readonly KeptLetter[],
  more: Partial<ThreadSources> = {},
): ThreadStatus =>
  threadStatus({
    desk: deskToId(asker),
    letters,
    notices: [],
    outbox: [],
    receipts: new Map(),
    ...more,
  });

export const fromAsked = (number: number, content: LetterContent, seen = [1]): KeptLetter =>
  keepLetter({ number, from: asked, content, seen });

export const fromAsker = (number: number, content: LetterContent, seen = [1]): KeptLetter =>
  keepLetter({ number, from: asker, content, seen });

/** A notice at so many minutes, of the device of that number. */
export const notice = (type: ThreadNotice["type"], number: number, at: number): ThreadNotice => ({
  type,
  envelope: letterId(number),
  device: deviceId(at),
  at: minute(at),
});

/** The entry of a letter in this device's outbox. */
export const createEntry = (number: number, state: OutboxState): OutboxEntry => ({
  envelopeId: letterId(number),
  thread,
  kind: "inquiry",
  from: deskToId(asker),
  to: deskToId(asked),
  sealedTo: [],
  sequence: number,
  bytes: "{}",
  digests: [],
  queuedAt: minute(number),
  state,
});
