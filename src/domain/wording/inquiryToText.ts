import type { SharingMark, ThreadId } from "#domain/envelope/envelope.ts";
import type { FreeText } from "#domain/inquiry/inquiry.ts";
import type { InquiryParts } from "#domain/inquiry/inquiryParts.ts";
import type { Language } from "#domain/language.ts";
import type { InquiryText, TextPart, TextSection } from "./inquiryText.ts";
import type { Say, TextHeading, TextLabel } from "./sentence.ts";

export type TextSource = {
  readonly parts: InquiryParts;
  /** The reference that both sides can quote; its beginning is enough for people. */
  readonly id: ThreadId | undefined;
};

/**
 * Writes the full text of an inquiry in one language, as the other side reads it. Empty fields are
 * marked as not filled. Free text stays as written; only the fixed sentences are translated.
 */
export const inquiryToText = (source: TextSource, language: Language, say: Say): InquiryText => ({
  language,
  title: say({ type: "title" }),
  mark: source.parts.mark,
  sections: [
    section(say, "parties", listParties(source, say)),
    section(say, "measure", [{ type: "sentence", text: say({ type: "invocation" }) }]),
    section(say, "meaning", listMeaning(language, say)),
    section(say, "incident", listIncident(source.parts, say)),
    section(say, "request", listRequest(source.parts, say)),
    section(say, "reply", listReply(source.parts, say)),
  ],
});

/** Quotes the draft on what an inquiry means: in English, or in our translation. */
export const listMeaning = (language: Language, say: Say): readonly TextPart[] => {
  const note = say({ type: "quoteSource", standing: language === "en" ? "quoted" : "translation" });
  return [
    { type: "quote", text: say({ type: "noAccusation" }), note },
    { type: "quote", text: say({ type: "nationalSecurity" }), note },
  ];
};

/** Shows free text as written, and names its language. */
export const writtenPart = (written: FreeText, say: Say): TextPart => ({
  type: "written",
  ...written,
  note: say({ type: "asWritten", language: written.language }),
});

/** Lists the requested actions as points, followed by the sender's own question. */
export const listAsked = (parts: InquiryParts, say: Say): readonly TextPart[] => {
  const asked = parts.asked ?? [];
  if (asked.length === 0) return [notFilled(say)];
  return [
    { type: "sentence", text: say({ type: "askedIntroduction" }) },
    { type: "points", texts: asked.map((action) => say({ type: "asked", action })) },
    ...(parts.question ? [writtenPart(parts.question, say)] : []),
  ];
};

/** Creates a section under one of the fixed headings. */
export const section = (say: Say, of: TextHeading, parts: readonly TextPart[]): TextSection => ({
  heading: say({ type: "heading", of }),
  parts,
});

/** Creates a labeled line; an empty text is marked as not filled. */
export const line = (say: Say, of: TextLabel, text: string | undefined): TextPart => ({
  type: "line",
  label: say({ type: "label", of }),
  text: text || say({ type: "notFilled" }),
});

/** Creates the line with a sharing mark and what it allows. */
export const markLine = (mark: SharingMark | undefined, say: Say): TextPart =>
  line(say, "mark", mark && `${mark}. ${say({ type: "markMeaning", mark })}`);

/** Creates the line with a thread's reference: the beginning of its id is enough for people. */
export const referenceLine = (id: ThreadId, say: Say): TextPart =>
  line(say, "reference", id.slice(0, 8).toUpperCase());

const notFilled = (say: Say): TextPart => ({
  type: "sentence",
  text: say({ type: "notFilled" }),
});

const listParties = ({ parts, id }: TextSource, say: Say): readonly TextPart[] => [
  line(say, "to", parts.to && say({ type: "desk", desk: parts.to })),
  line(say, "from", parts.from && say({ type: "desk", desk: parts.from })),
  line(say, "sender", parts.sender.name),
  line(say, "affiliation", parts.sender.affiliation),
  ...(parts.writtenAt
    ? [line(say, "writtenAt", say({ type: "writtenAt", at: parts.writtenAt }))]
    : []),
  ...(id ? [referenceLine(id, say)] : []),
  markLine(parts.mark, say),
];

/** Lists what was seen, when, and how severe it is. */
export const listIncident = (parts: InquiryParts, say: Say): readonly TextPart[] => [
  line(say, "kind", parts.kind && say({ type: "kind", kind: parts.kind })),
  line(say, "observed", parts.observed && say({ type: "observed", observed: parts.observed })),
  ...(parts.severity
    ? [line(say, "severity", say({ type: "severity", severity: parts.severity }))]
    : []),
  parts.nature ? writtenPart(parts.nature, say) : notFilled(say),
];

const listRequest = (parts: InquiryParts, say: Say): readonly TextPart[] => [
  ...listAsked(parts, say),
  line(say, "urgency", parts.urgency && say({ type: "urgency", urgency: parts.urgency })),
  { type: "sentence", text: say({ type: "voluntary" }) },
];

const listReply = ({ replyTo }: InquiryParts, say: Say): readonly TextPart[] => {
  const { email, phone } = replyTo;
  if (!email && !phone) return [notFilled(say)];
  return [
    ...(email ? [line(say, "email", email)] : []),
    ...(phone ? [line(say, "phone", phone)] : []),
  ];
};
