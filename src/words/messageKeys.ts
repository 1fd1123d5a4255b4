import type { DeskKind } from "#domain/desk.ts";
import type { SharingMark, Urgency } from "#domain/envelope/envelope.ts";
import type { IncidentKind, RequestedAction } from "#domain/inquiry/inquiry.ts";
import type { TextHeading, TextLabel } from "#domain/wording/sentence.ts";

/** Every value of the domain that has a text of its own, and where that text stands. */

export const deskKeys = {
  policy: "desk.policy.label",
  "foreign-affairs": "desk.foreignAffairs.label",
  technical: "desk.technical.label",
} as const satisfies Record<DeskKind, string>;

export const kindKeys = {
  defacement: { label: "kind.defacement.label", hint: "kind.defacement.hint" },
  malware: { label: "kind.malware.label", hint: "kind.malware.hint" },
  ddos: { label: "kind.ddos.label", hint: "kind.ddos.hint" },
  phishing: { label: "kind.phishing.label", hint: "kind.phishing.hint" },
  spam: { label: "kind.spam.label", hint: "kind.spam.hint" },
  botnet: { label: "kind.botnet.label", hint: "kind.botnet.hint" },
  fastflux: { label: "kind.fastflux.label", hint: "kind.fastflux.hint" },
  cryptojacking: { label: "kind.cryptojacking.label", hint: "kind.cryptojacking.hint" },
  xss: { label: "kind.xss.label", hint: "kind.xss.hint" },
  sqli: { label: "kind.sqli.label", hint: "kind.sqli.hint" },
  vulnerability: { label: "kind.vulnerability.label", hint: "kind.vulnerability.hint" },
  infoleak: { label: "kind.infoleak.label", hint: "kind.infoleak.hint" },
  compromise: { label: "kind.compromise.label", hint: "kind.compromise.hint" },
  other: { label: "kind.other.label", hint: "kind.other.hint" },
} as const satisfies Record<IncidentKind, { label: string; hint: string }>;

export const markKeys = {
  "TLP:RED": "mark.red.hint",
  "TLP:AMBER+STRICT": "mark.amberStrict.hint",
  "TLP:AMBER": "mark.amber.hint",
  "TLP:GREEN": "mark.green.hint",
  "TLP:CLEAR": "mark.clear.hint",
} as const satisfies Record<SharingMark, string>;

export const askedKeys = {
  "confirm-receipt": "asked.confirmReceipt.label",
  investigate: "asked.investigate.label",
  "preserve-data": "asked.preserveData.label",
  "share-information": "asked.shareInformation.label",
  "contact-sender": "asked.contactSender.label",
} as const satisfies Record<RequestedAction, string>;

export const urgencyKeys = {
  hours: "urgency.hours.label",
  day: "urgency.day.label",
  week: "urgency.week.label",
  none: "urgency.none.label",
} as const satisfies Record<Urgency, string>;

export const headingKeys = {
  parties: "text.parties.title",
  measure: "text.measure.title",
  meaning: "text.meaning.title",
  incident: "text.incident.title",
  request: "text.request.title",
  reply: "text.reply.title",
  onTheCall: "text.onTheCall.title",
  onVoicemail: "text.onVoicemail.title",
  acknowledgement: "letter.acknowledgement.title",
  update: "letter.update.title",
  answer: "letter.answer.title",
  closing: "letter.closing.title",
  withdrawal: "letter.withdrawal.title",
  sharing: "text.sharing.title",
} as const satisfies Record<TextHeading, string>;

export const labelKeys = {
  to: "text.to.label",
  from: "text.from.label",
  sender: "text.sender.label",
  affiliation: "text.affiliation.label",
  writtenAt: "text.writtenAt.label",
  reference: "text.reference.label",
  mark: "text.mark.label",
  kind: "text.kind.label",
  observed: "text.observed.label",
  severity: "text.severity.label",
  urgency: "text.urgency.label",
  email: "text.email.label",
  phone: "text.phone.label",
  estimatedBy: "text.estimatedBy.label",
  receipt: "text.receipt.label",
} as const satisfies Record<TextLabel, string>;
