import { type DeskAddress, deskToId, type StateCode } from "#domain/desk.ts";
import {
  type DeviceId,
  type Digest,
  type EnvelopeId,
  type ThreadId,
  urgencies,
} from "#domain/envelope/envelope.ts";
import { digestToReceiptNumber, type Epoch, type Receipt } from "#domain/envelope/receipt.ts";
import { type IncidentKind, incidentKinds } from "#domain/inquiry/inquiry.ts";
import { type Instant, instantToMs, msToInstant } from "#domain/instant.ts";
import { createLetter } from "#domain/letter/createLetter.ts";
import type { Letter, LetterContent } from "#domain/letter/letter.ts";
import type { KeptLetter, ThreadRecord } from "#domain/thread/thread.ts";
import type { PublicKey } from "#domain/trust/signedFile.ts";
import { createSampleContent } from "#tests/world/letters.ts";
import { sampleNow } from "#tests/world/moments.ts";

export const epoch = "0b0c6f6e-56d2-4b3d-9f43-000000000001" as Epoch;
const others = ["AR", "BR", "CL", "CO", "CR", "DO", "EC", "JM", "MX", "PE", "TT", "US"];
const hourMs = 3_600_000;

/**
 * Threads of three letters each, as a desk keeps them after years: asked and answered by turns, with
 * a dozen States; a quarter still open, most of the others closed. What is signed is only as long as
 * a signature: a list verifies nothing that was verified when it arrived.
 */
export const createThreads = (
  own: DeskAddress,
  device: DeviceId,
  count: number,
): readonly ThreadRecord[] =>
  Array.from({ length: count }, (_, index) => {
    const other: DeskAddress = {
      state: (others[index % others.length] ?? "CL") as StateCode,
      desk: "policy",
    };
    const isOurs = index % 2 === 0;
    const [asker, asked] = isOurs ? [own, other] : [other, own];
    const letters = createLetters({ index, asker, asked, own, device });
    return { id: letters[0]?.letter.thread as ThreadId, desk: deskToId(own), letters };
  });

type ThreadPlan = {
  readonly index: number;
  readonly asker: DeskAddress;
  readonly asked: DeskAddress;
  readonly own: DeskAddress;
  readonly device: DeviceId;
};

const createLetters = (plan: ThreadPlan): readonly KeptLetter[] => {
  const { index, asker, asked, own, device } = plan;
  const thread = crypto.randomUUID() as ThreadId;
  const startedAtMs = instantToMs(sampleNow) - (index + 1) * hourMs;
  const urgency = urgencies[index % urgencies.length] ?? "none";
  const seen: EnvelopeId[] = [];
  return createContents(plan, startedAtMs).map(([from, content], place) => {
    const id = (place === 0 ? thread : crypto.randomUUID()) as string as EnvelopeId;
    const to = from === asker ? asked : asker;
    const author = from === own ? device : (crypto.randomUUID() as DeviceId);
    const writtenAt = msToInstant(startedAtMs + place * 10 * 60_000);
    const head = { id, thread, from, to, urgency, author, writtenAt, seen: [...seen] };
    seen.push(id);
    return keepLetter(createLetter(head, content), index * 3 + place + 1);
  });
};

const keepLetter = (letter: Letter, position: number): KeptLetter => ({
  letter,
  signed: {
    schema: "signed/1",
    purpose: "letter",
    content: JSON.stringify(letter),
    key: "k".repeat(43) as PublicKey,
    signature: "s".repeat(86),
  },
  position,
  receipt: createReceipt(letter.id, letter.writtenAt),
  queuedAt: null,
});

export const createReceipt = (id: EnvelopeId, heldAt: Instant): Receipt => {
  const digest = id.replaceAll("-", "").repeat(2) as Digest;
  return { id, digest, number: digestToReceiptNumber(digest), heldAt, epoch };
};

const sender = { name: "Ana Ferreira", affiliation: "Dirección de Asuntos Cibernéticos" };
const replyTo = { email: "guardia@cancilleria.example" };
const mark = "TLP:AMBER";
const sentence = "Se observó tráfico anómalo contra el portal de trámites desde varias redes. ";

/** A paragraph or two, as people write. */
const write = (sentences: number) =>
  ({ text: sentence.repeat(sentences).trim(), language: "es" }) as const;

const createContents = (
  { index, asker, asked, own }: ThreadPlan,
  startedAtMs: number,
): readonly (readonly [DeskAddress, LetterContent])[] => {
  const kind: IncidentKind = incidentKinds[index % incidentKinds.length] ?? "other";
  const urgency = urgencies[index % urgencies.length] ?? "none";
  const inquiry = createSampleContent({
    from: asker,
    to: asked,
    kind,
    urgency,
    nature: write(12),
  });
  const estimatedBy = msToInstant(startedAtMs + 24 * hourMs);
  const text = write(6);
  const acknowledgement: LetterContent = {
    schema: "acknowledgement/1",
    sender,
    replyTo,
    estimatedBy,
    askedBack: [],
    mark,
  };
  const update: LetterContent = { schema: "update/1", sender, text, mark };
  const answer: LetterContent = { schema: "answer/1", sender, replyTo, text, mark };
  const closing: LetterContent = { schema: "closing/1", sender, reason: "resolved", mark };
  const begun = [asker, inquiry] as const;
  if (index % 8 < 2) return [begun, [asked, acknowledgement], [asked, update]];
  const isSettled = asked === own && index % 3 === 0;
  if (isSettled) return [begun, [asked, acknowledgement], [asked, answer]];
  return [begun, [asked, answer], [own, closing]];
};
