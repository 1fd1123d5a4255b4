import { type DeskAddress, deskToId } from "#domain/desk.ts";
import type { ThreadId } from "#domain/envelope/envelope.ts";
import type {
  AcknowledgementContent,
  AnswerContent,
  ClosingContent,
  UpdateContent,
} from "#domain/letter/replies.ts";
import type { ReplyRecord } from "#domain/letter/replyDraft.ts";
import { chile } from "./createTestDevice.ts";
import { sampleNow } from "./sampleInquiry.ts";

const sender = { name: "Jorge Rojas", affiliation: "Ministerio de Relaciones Exteriores" };
const replyTo = { email: "turno@minrel.example" };

export const createAnswer = (text = "No vimos nada."): AnswerContent => ({
  schema: "answer/1",
  sender,
  replyTo,
  text: { text, language: "es" },
  mark: "TLP:AMBER",
});

export const createAcknowledgement = (): AcknowledgementContent => ({
  schema: "acknowledgement/1",
  sender,
  replyTo,
  askedBack: [],
  mark: "TLP:AMBER",
});

export const createUpdate = (): UpdateContent => ({
  schema: "update/1",
  sender,
  text: { text: "Seguimos.", language: "es" },
  mark: "TLP:AMBER",
});

export const createClosing = (): ClosingContent => ({
  schema: "closing/1",
  sender,
  reason: "answered",
  mark: "TLP:AMBER",
});

export const createReplyRecord = (thread: ThreadId, desk: DeskAddress = chile): ReplyRecord => ({
  thread,
  desk: deskToId(desk),
  createdAt: sampleNow,
  changedAt: sampleNow,
  draft: {
    kind: "answer",
    estimateLocal: "",
    estimateZone: "America/Santiago",
    askedBack: [],
    text: { text: "No vimos nada.", language: "es" },
    senderName: sender.name,
    senderAffiliation: sender.affiliation,
    replyEmail: replyTo.email,
    replyPhone: "",
  },
});
