import { contentToParts } from "#domain/inquiry/inquiryParts.ts";
import type { Language } from "#domain/language.ts";
import type { Letter } from "#domain/letter/letter.ts";
import type { ReplyContent } from "#domain/letter/parseReplyDraft.ts";
import type { AcknowledgementContent, WithdrawalContent } from "#domain/letter/replies.ts";
import type { InquiryText, TextPart } from "./inquiryText.ts";
import {
  inquiryToText,
  line,
  markLine,
  referenceLine,
  section,
  writtenPart,
} from "./inquiryToText.ts";
import type { Say, Sentence } from "./sentence.ts";

type ReplySource = {
  readonly letter: Letter;
  /** The content of `letter`. */
  readonly content: ReplyContent | WithdrawalContent;
};

/**
 * Writes the full text of a reply in one language: fixed sentences from its fields, and free text
 * as written, with its language named.
 */
const replyToText = (source: ReplySource, language: Language, say: Say): InquiryText => {
  const { content } = source;
  const kind = schemaToKind(content.schema);
  const reached = "replyTo" in content ? listReached(content.replyTo, say) : [];
  return {
    language,
    title: say({ type: "replyTitle", kind }),
    mark: "mark" in content ? content.mark : undefined,
    sections: [
      section(say, "parties", listParties(source, say)),
      section(say, kind, listSaid(content, say)),
      ...(reached.length > 0 ? [section(say, "reply", reached)] : []),
    ],
  };
};

const kinds = {
  "acknowledgement/1": "acknowledgement",
  "update/1": "update",
  "answer/1": "answer",
  "closing/1": "closing",
  "withdrawal/1": "withdrawal",
} as const;

const schemaToKind = (schema: ReplySource["content"]["schema"]) => kinds[schema];

const listParties = ({ letter, content }: ReplySource, say: Say): readonly TextPart[] => [
  line(say, "to", say({ type: "desk", desk: letter.to })),
  line(say, "from", say({ type: "desk", desk: letter.from })),
  ...("sender" in content
    ? [
        line(say, "sender", content.sender.name),
        line(say, "affiliation", content.sender.affiliation),
      ]
    : []),
  line(say, "writtenAt", say({ type: "writtenAt", at: letter.writtenAt })),
  referenceLine(letter.thread, say),
  ...("mark" in content ? [markLine(content.mark, say)] : []),
];

const listSaid = (content: ReplySource["content"], say: Say): readonly TextPart[] => {
  const sentence = (what: Sentence): TextPart => ({ type: "sentence", text: say(what) });
  if (content.schema === "withdrawal/1") return [sentence({ type: "takenBack" })];
  const written = content.text ? [writtenPart(content.text, say)] : [];
  switch (content.schema) {
    case "acknowledgement/1":
      return [
        sentence({ type: "willLookInto" }),
        ...listEstimate(content, say),
        ...listAskedBack(content, say),
        ...written,
      ];
    case "update/1":
      return [...listEstimate(content, say), ...written];
    case "answer/1":
      return written;
    case "closing/1":
      return [sentence({ type: "closingReason", reason: content.reason }), ...written];
  }
};

type Estimated = Pick<AcknowledgementContent, "estimatedBy">;

const listEstimate = ({ estimatedBy }: Estimated, say: Say): readonly TextPart[] =>
  estimatedBy ? [line(say, "estimatedBy", say({ type: "writtenAt", at: estimatedBy }))] : [];

const listAskedBack = ({ askedBack }: AcknowledgementContent, say: Say): readonly TextPart[] => {
  if (askedBack.length === 0) return [];
  const texts = askedBack.map((what) => say({ type: "askedBack", what }));
  return [
    { type: "sentence", text: say({ type: "askedBackIntroduction" }) },
    { type: "points", texts },
  ];
};

const listReached = (
  { email, phone }: AcknowledgementContent["replyTo"],
  say: Say,
): readonly TextPart[] => [
  ...(email ? [line(say, "email", email)] : []),
  ...(phone ? [line(say, "phone", phone)] : []),
];

/** Writes a letter in one language, as its reader sees it; undefined for letters within a desk. */
export const letterToText = (
  letter: Letter,
  language: Language,
  say: Say,
): InquiryText | undefined => {
  const { content, thread } = letter;
  switch (content.schema) {
    case "inquiry/1":
      return inquiryToText({ parts: contentToParts(content), id: thread }, language, say);
    case "acknowledgement/1":
    case "update/1":
    case "answer/1":
    case "closing/1":
    case "withdrawal/1":
      return replyToText({ letter, content }, language, say);
    case "note/1":
    case "handover/1":
      return undefined;
  }
};
