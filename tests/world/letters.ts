import { randomUUID } from "node:crypto";
import { type DeskAddress, deskToId } from "#domain/desk.ts";
import type { ThreadId } from "#domain/envelope/envelope.ts";
import type { InquiryContent } from "#domain/inquiry/inquiry.ts";
import type { InquiryDraft } from "#domain/inquiry/inquiryDraft.ts";
import type { InquiryRecord } from "#domain/inquiry/inquiryRecord.ts";
import type {
  AcknowledgementContent,
  AnswerContent,
  ClosingContent,
  UpdateContent,
} from "#domain/letter/replies.ts";
import type { ReplyRecord } from "#domain/letter/replyDraft.ts";
import { chile, uruguay } from "./desks.ts";
import { sampleNow } from "./moments.ts";

/** A complete inquiry from Uruguay to Chile. */
export const createSampleContent = (changes: Partial<InquiryContent> = {}): InquiryContent => ({
  schema: "inquiry/1",
  to: chile,
  from: uruguay,
  sender: { name: "Ana Ferreira", affiliation: "Dirección de Asuntos Cibernéticos" },
  invocation: "cbm-2/ag-res-2925/78",
  kind: "ddos",
  observed: { from: "2026-11-21T22:10", zone: "America/Montevideo" },
  nature: { text: "Tráfico anómalo contra el portal de trámites.", language: "es" },
  mark: "TLP:AMBER",
  asked: ["confirm-receipt"],
  urgency: "day",
  replyTo: { email: "guardia@cancilleria.example" },
  nationalSecurityConfirmed: true,
  writtenAt: sampleNow,
  ...changes,
});

/** The draft that {@link createSampleContent} is made of. */
export const createSampleDraft = (changes: Partial<InquiryDraft> = {}): InquiryDraft => ({
  to: chile,
  from: uruguay,
  senderName: "Ana Ferreira",
  senderAffiliation: "Dirección de Asuntos Cibernéticos",
  kind: "ddos",
  observedFrom: "2026-11-21T22:10",
  observedUntil: "",
  observedZone: "America/Montevideo",
  nature: { text: "Tráfico anómalo contra el portal de trámites.", language: "es" },
  mark: "TLP:AMBER",
  severity: { type: "none" },
  asked: ["confirm-receipt"],
  question: { text: "", language: "es" },
  urgency: "day",
  replyEmail: "guardia@cancilleria.example",
  replyPhone: "",
  nationalSecurityConfirmed: true,
  ...changes,
});

/** A complete draft under a fresh id. */
export const createSampleRecord = (): InquiryRecord => ({
  id: randomUUID() as ThreadId,
  createdAt: sampleNow,
  changedAt: sampleNow,
  step: "incident",
  draft: createSampleDraft(),
  calls: [],
  otherWays: [],
  progress: { type: "draft" },
});

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
