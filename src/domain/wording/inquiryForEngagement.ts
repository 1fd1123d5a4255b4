import type { ThreadId } from "#domain/envelope/envelope.ts";
import type { InquiryContent } from "#domain/inquiry/inquiry.ts";
import { contentToParts } from "#domain/inquiry/inquiryParts.ts";
import type { Language } from "#domain/language.ts";
import type { InquiryText } from "./inquiryText.ts";
import {
  line,
  listAsked,
  listIncident,
  listMeaning,
  markLine,
  referenceLine,
  section,
} from "./inquiryToText.ts";
import type { Say } from "./sentence.ts";

export type EngagementSource = { readonly content: InquiryContent; readonly thread: ThreadId };

/**
 * An inquiry for the people at home whom the desk engages ("CBM POCs should engage cyber
 * counterparts", draft): what its mark allows comes first. Who signed it and how that person is
 * reached is left out, as are the desk's notes: answers go through the desk.
 */
export const inquiryForEngagement = (
  { content, thread }: EngagementSource,
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
