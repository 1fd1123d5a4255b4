import type { StateCode } from "#domain/desk.ts";
import type { InquiryContent } from "#domain/inquiry/inquiry.ts";
import type { InquiryDraft } from "#domain/inquiry/inquiryDraft.ts";
import type { Instant } from "#domain/instant.ts";

export const sampleNow = "2026-11-22T15:00:00.000Z" as Instant;

/** A complete inquiry from Uruguay to Chile. */
export const createSampleContent = (changes: Partial<InquiryContent> = {}): InquiryContent => ({
  schema: "inquiry/1",
  to: { state: "CL" as StateCode, desk: "policy" },
  from: { state: "UY" as StateCode, desk: "policy" },
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
  to: { state: "CL" as StateCode, desk: "policy" },
  from: { state: "UY" as StateCode, desk: "policy" },
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
