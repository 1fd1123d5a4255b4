import { contentToParts } from "#domain/inquiry/inquiryParts.ts";
import type { Language } from "#domain/language.ts";
import type { Letter } from "#domain/letter/letter.ts";
import type { InquiryText } from "./inquiryText.ts";
import { inquiryToText } from "./inquiryToText.ts";
import { replyToText } from "./letterToText.ts";
import type { Say } from "./sentence.ts";

/** A letter in one language, as its reader sees it; undefined for what stays within a desk. */
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
