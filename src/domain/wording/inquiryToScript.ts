import type { ThreadId } from "#domain/envelope/envelope.ts";
import type { InquiryContent } from "#domain/inquiry/inquiry.ts";
import { contentToParts, type InquiryParts } from "#domain/inquiry/inquiryParts.ts";
import type { Language } from "#domain/language.ts";
import type { InquiryText, TextPart } from "./inquiryText.ts";
import {
  line,
  listAsked,
  listIncident,
  listMeaning,
  markLine,
  referenceLine,
  section,
  writtenPart,
} from "./inquiryToText.ts";
import type { Say, Sentence } from "./sentence.ts";

/**
 * Creates the script for a telephone call, in the procedure's order, and for a voicemail: who
 * called and about which measure, but nothing about the incident.
 */
export const inquiryToScript = (parts: InquiryParts, language: Language, say: Say): InquiryText => {
  const sentence = (what: Sentence): TextPart => ({ type: "sentence", text: say(what) });
  const { sender, from, mark, replyTo } = parts;
  const greeting = sentence({ type: "greeting", ...sender, from });
  return {
    language,
    title: say({ type: "title" }),
    mark,
    sections: [
      {
        heading: say({ type: "heading", of: "onTheCall" }),
        parts: [
          greeting,
          sentence({ type: "whichLanguage" }),
          sentence({ type: "invocation" }),
          sentence({ type: "notAnAccusationShort" }),
          ...(mark ? [sentence({ type: "scriptMark", mark })] : []),
          ...listNature(parts, say),
          ...listAsked(parts, say),
          ...(parts.urgency ? [sentence({ type: "urgency", urgency: parts.urgency })] : []),
          sentence({ type: "callBack" }),
          ...listReplyPoints(replyTo),
          sentence({ type: "scriptClosing" }),
        ],
      },
      {
        heading: say({ type: "heading", of: "onVoicemail" }),
        parts: [greeting, sentence({ type: "voicemail" }), ...listReplyPoints(replyTo)],
      },
    ],
  };
};

const listNature = (parts: InquiryParts, say: Say): readonly TextPart[] => {
  const { kind, observed, nature } = parts;
  const points = [
    ...(kind ? [say({ type: "kind", kind })] : []),
    ...(observed ? [say({ type: "observed", observed })] : []),
  ];
  return [
    { type: "sentence", text: say({ type: "scriptNature" }) },
    ...(points.length > 0 ? [{ type: "points" as const, texts: points }] : []),
    ...(nature ? [writtenPart(nature, say)] : []),
  ];
};

const listReplyPoints = ({ phone, email }: InquiryParts["replyTo"]): readonly TextPart[] => {
  const texts = [phone, email].filter((text) => text !== undefined);
  return texts.length > 0 ? [{ type: "points", texts }] : [];
};

type BriefSource = { readonly content: InquiryContent; readonly thread: ThreadId };

/**
 * Converts an inquiry to a brief for the people at home whom the desk engages ("CBM POCs should
 * engage cyber counterparts", draft), beginning with what its mark allows. Leaves out the sender's
 * name, how to reach that person, and the desk's notes: answers go through the desk.
 */
export const inquiryToBrief = (
  { content, thread }: BriefSource,
  language: Language,
  say: Say,
): InquiryText => {
  const { mark, from, to, writtenAt, urgency } = content;
  const parts = contentToParts(content);
  return {
    language,
    title: say({ type: "engagementTitle" }),
    mark,
    sections: [
      section(say, "sharing", [
        markLine(mark, say),
        { type: "sentence", text: say({ type: "answerThroughDesk" }) },
      ]),
      section(say, "parties", [
        line(say, "from", say({ type: "desk", desk: from })),
        line(say, "to", say({ type: "desk", desk: to })),
        line(say, "writtenAt", say({ type: "writtenAt", at: writtenAt })),
        referenceLine(thread, say),
      ]),
      section(say, "meaning", listMeaning(language, say)),
      section(say, "incident", listIncident(parts, say)),
      section(say, "request", [
        ...listAsked(parts, say),
        line(say, "urgency", say({ type: "urgency", urgency })),
      ]),
    ],
  };
};
