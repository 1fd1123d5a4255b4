import { type SharingMark, sharingMarks } from "#domain/envelope/envelope.ts";
import type { Receipt, Receipts } from "#domain/envelope/receipt.ts";
import type { Language } from "#domain/language.ts";
import { compareByFeed, orderLetters } from "#domain/thread/mergeLetters.ts";
import type { ThreadRecord } from "#domain/thread/thread.ts";
import { createThreadView } from "#domain/thread/threadView.ts";
import { type InquiryText, inquiryTextToPlain, type TextPart } from "./inquiryText.ts";
import { line } from "./inquiryToText.ts";
import { letterToText } from "./letterToText.ts";
import type { Say } from "./sentence.ts";

/** A whole exchange in one language: a text for each letter, in the feed's order. */
export type ThreadText = {
  readonly language: Language;
  readonly title: string;
  /** The strictest mark of its letters. */
  readonly mark: SharingMark | undefined;
  readonly letters: readonly InquiryText[];
};

/**
 * Writes the exchange between the two desks, for print and export: each letter's current version,
 * with its receipt or a line that it has none. Excludes letters within a desk, such as its notes.
 */
export const threadToText = (
  thread: ThreadRecord,
  receipts: Receipts,
  language: Language,
  say: Say,
): ThreadText => {
  const { letters, causality } = createThreadView(thread.desk, thread.letters, receipts);
  const texts = orderLetters(letters, causality, compareByFeed).flatMap(({ kept }) => {
    const text = letterToText(kept.letter, language, say);
    return text ? [withReceipt(text, receiptLine(kept.receipt, say))] : [];
  });
  return {
    language,
    title: say({ type: "threadTitle" }),
    // `sharingMarks` begins with the strictest.
    mark: sharingMarks.find((mark) => texts.some((text) => text.mark === mark)),
    letters: texts,
  };
};

/**
 * Converts the exchange to plain lines, each letter with its mark, the whole with the strictest.
 */
export const threadTextToPlain = ({ title, mark, letters }: ThreadText): string => {
  const head = mark ? [mark, title] : [title];
  const foot = mark ? [mark] : [];
  return [...head, ...letters.map(inquiryTextToPlain), ...foot].join("\n\n");
};

const receiptLine = (receipt: Receipt | null, say: Say): TextPart =>
  line(say, "receipt", say({ type: "receipt", receipt }));

/** Adds the receipt at the end of the first section, which is about the letter itself. */
const withReceipt = (text: InquiryText, receipt: TextPart): InquiryText => ({
  ...text,
  sections: text.sections.map((section, index) =>
    index === 0 ? { ...section, parts: [...section.parts, receipt] } : section,
  ),
});
