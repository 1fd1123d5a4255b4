import { describe, expect, test } from "vitest";
import { deskToId } from "#domain/desk.ts";
import { sharingMarks } from "#domain/envelope/envelope.ts";
import { type Language, languages } from "#domain/language.ts";
import type { LetterContent } from "#domain/letter/letter.ts";
import { askedBackKinds, closingReasons } from "#domain/letter/replies.ts";
import { inquiryTextToPlain } from "#domain/wording/inquiryText.ts";
import { inquiryToBrief } from "#domain/wording/inquiryToScript.ts";
import { letterToText } from "#domain/wording/letterToText.ts";
import { planMailto } from "#domain/wording/planMailto.ts";
import { threadTextToPlain, threadToText } from "#domain/wording/threadToText.ts";
import { createReplyPreview } from "#features/inquiries/reply/ReplyReview.tsx";
import { createReplyRecord, createSampleContent } from "#tests/world/letters.ts";
import { createTexts } from "#tests/world/texts.ts";
import {
  asked,
  asker,
  contents,
  fromAsked,
  inquiryLetter,
  keepLetter,
  minute,
  thread,
} from "#tests/world/thread.ts";
import { createSay } from "#words/say.ts";

const i18n = await createTexts();
const texts = (language: Language) => i18n.getFixedT(language, "sentences");
const sayIn = (language: Language) => createSay(i18n, language);
const gap = /\{\{|\}\}|undefined|\b\w+\.[\w-]+\.(label|message|title|hint)\b/;

const plainIn = (language: Language, content: LetterContent): string => {
  const { letter } = keepLetter({ number: 2, from: asked, content, seen: [1] });
  const text = letterToText(letter, language, sayIn(language));
  return text ? inquiryTextToPlain(text) : "";
};
const { acknowledgement, answer, closing, update, withdrawal } = contents;

describe.each(languages)("a reply's text in %s", (language) => {
  const t = texts(language);

  test("says everything of every kind, with no gap, key or placeholder in it", () => {
    const all = [
      acknowledgement({ estimatedBy: minute(90), askedBack: [...askedBackKinds] }),
      update({ estimatedBy: minute(90) }),
      answer(),
      closing(),
      withdrawal(1),
    ].map((content) => plainIn(language, content));
    for (const plain of all) expect(plain).not.toMatch(gap);
    expect(new Set(all.map((plain) => plain.split("\n")[2])).size).toBe(all.length);
    const [acknowledged = ""] = all;
    expect(acknowledged).toContain(t("text.willLookInto.message"));
    for (const key of ["contact", "technical-details", "time-frame", "sharing"] as const) {
      expect(acknowledged).toContain(t(`askedBack.${key}.label`));
    }
  });

  test("has words for every reason, and none of them is another's", () => {
    const said = closingReasons.map((reason) => {
      const content = { ...closing(), reason } as LetterContent;
      return plainIn(language, content);
    });
    expect(new Set(said).size).toBe(closingReasons.length);
    for (const plain of said) expect(plain).not.toMatch(gap);
  });

  test("leaves what was written as written, and names its language", () => {
    const plain = plainIn(language, answer());
    expect(plain).toContain("Texto.");
    expect(plain).toContain(t("text.asWritten.label", { language: "" }).split(":")[0]);
  });

  test("is the same before it goes as after, and is not shown while something is missing", () => {
    const record = createReplyRecord(thread);
    expect(createReplyPreview(record, asker)).toBeUndefined();
    const complete = { ...record, draft: { ...record.draft, mark: "TLP:AMBER" as const } };
    const preview = createReplyPreview(complete, asker);
    const text = preview && letterToText(preview, language, sayIn(language));
    expect(text && inquiryTextToPlain(text)).toContain("No vimos nada.");
    expect(text?.mark).toBe("TLP:AMBER");
  });

  test("stands in the whole exchange with its receipt, or with the word that it has none", () => {
    const queued = keepLetter({ number: 3, from: asker, content: update(), seen: [1], held: null });
    const record = {
      id: thread,
      desk: deskToId(asker),
      letters: [inquiryLetter, fromAsked(2, answer()), queued],
    };
    const text = threadToText(record, new Map(), language, sayIn(language));
    const plain = threadTextToPlain(text);
    expect(plain).not.toMatch(gap);
    expect(text.letters).toHaveLength(3);
    expect(plain).toContain(inquiryLetter.receipt?.number);
    expect(plain.split(t("text.noReceipt.message"))).toHaveLength(2);
  });
});

describe.each(languages)("the inquiry for those at home in %s", (language) => {
  const content = createSampleContent();
  const textOf = (mark = content.mark) =>
    inquiryToBrief({ content: { ...content, mark }, thread }, language, sayIn(language));

  test("bears its mark first and last, whichever it is, and says what it allows", () => {
    for (const mark of sharingMarks) {
      const plain = inquiryTextToPlain(textOf(mark));
      const lines = plain.split("\n");
      expect([lines[0], lines.at(-1)]).toEqual([mark, mark]);
      expect(plain).not.toMatch(gap);
    }
    expect(new Set(sharingMarks.map((mark) => inquiryTextToPlain(textOf(mark)))).size).toBe(5);
  });

  test("names nobody who signed it, and sends answers to the desk", () => {
    const plain = inquiryTextToPlain(textOf());
    expect(plain).not.toContain(content.sender.name);
    expect(plain).not.toContain(content.replyTo.email ?? "none");
    expect(plain).toContain(content.nature.text);
    expect(plain).toContain(texts(language)("text.answerThroughDesk.message"));
  });

  test("goes into a mail with its mark in the subject", () => {
    const text = textOf();
    const mail = {
      to: [],
      subject: `[${content.mark}] ${text.title}`,
      body: inquiryTextToPlain(text),
      continued: texts(language)("text.continued.message"),
    };
    const { href } = planMailto(mail);
    expect(href.startsWith(`mailto:?subject=${encodeURIComponent(`[${content.mark}] `)}`)).toBe(
      true,
    );
  });
});
