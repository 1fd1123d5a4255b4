import { describe, expect, test } from "vitest";
import { deskToId } from "#domain/desk.ts";
import type { LetterContent } from "#domain/letter/letter.ts";
import { inquiryTextToPlain } from "#domain/wording/inquiryText.ts";
import { inquiryToBrief } from "#domain/wording/inquiryToScript.ts";
import { letterToText } from "#domain/wording/letterToText.ts";
import type { Say } from "#domain/wording/sentence.ts";
import { threadTextToPlain, threadToText } from "#domain/wording/threadToText.ts";
import { createSampleContent } from "#tests/world/letters.ts";
import {
  asked,
  asker,
  contents,
  createReceipt,
  inquiryLetter,
  keepLetter,
  letterId,
  minute,
  stranger,
  thread,
} from "#tests/world/thread.ts";

/** Says of every sentence what it is: the domain decides which, a language says how. */
const say: Say = ({ type, ...about }) =>
  Object.keys(about).length > 0 ? `${type}${JSON.stringify(about)}` : type;
const { acknowledgement, answer, closing, note, update, withdrawal } = contents;
const plainOf = (content: LetterContent): string => {
  const { letter } = keepLetter({ number: 2, from: asked, content, seen: [1] });
  const text = letterToText(letter, "es", say);
  return text ? inquiryTextToPlain(text) : "";
};

describe("a letter's text", () => {
  test("of an acknowledgement says that it is looked into, until when, and what is asked back", () => {
    const plain = plainOf(
      acknowledgement({
        estimatedBy: minute(60),
        askedBack: ["contact", "time-frame"],
        replyTo: { phone: "+56220000000" },
        text: { text: "Vamos a ver.", language: "es" },
      }),
    );
    const order = [
      'replyTitle{"kind":"acknowledgement"}',
      'desk{"desk":{"state":"UY","desk":"policy"}}',
      'desk{"desk":{"state":"CL","desk":"policy"}}',
      "Ana Ferreira",
      thread.slice(0, 8).toUpperCase(),
      "TLP:AMBER. markMeaning",
      "willLookInto",
      'label{"of":"estimatedBy"}',
      `writtenAt{"at":"${minute(60)}"}`,
      "askedBackIntroduction",
      '- askedBack{"what":"contact"}',
      '- askedBack{"what":"time-frame"}',
      'asWritten{"language":"es"}',
      "Vamos a ver.",
      "+56220000000",
    ].map((words) => plain.indexOf(words));
    expect(order).not.toContain(-1);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  test.each<[string, LetterContent, readonly string[]]>([
    ["update", update({ estimatedBy: minute(9) }), ["Texto.", 'label{"of":"estimatedBy"}']],
    ["answer", answer(), ["Texto.", "guardia@cancilleria.example"]],
    ["closing", closing(), ['closingReason{"reason":"resolved"}']],
    ["withdrawal", withdrawal(1), ["takenBack"]],
    ["inquiry", createSampleContent(), ["invocation", "noAccusation", "Tráfico anómalo"]],
  ])("says what is in it: %s", (_, content, words) => {
    const kept = keepLetter({ number: 2, from: asker, to: asked, content });
    const text = letterToText(kept.letter, "es", say);
    const plain = text ? inquiryTextToPlain(text) : "";
    for (const word of words) expect(plain).toContain(word);
    expect(plain).not.toContain("notFilled");
  });

  test("is none where it stays within the desk", () => {
    const { letter } = keepLetter({ number: 2, from: asked, content: note() });
    expect(letterToText(letter, "es", say)).toBeUndefined();
  });
});

describe("an exchange's text", () => {
  const letters = [
    keepLetter({ number: 4, from: asker, content: closing(), seen: [1, 2, 3], held: null }),
    keepLetter({
      number: 3,
      from: asked,
      content: { ...answer(), mark: "TLP:RED" } as LetterContent,
      seen: [1, 2],
    }),
    keepLetter({ number: 9, from: asked, content: note({ read: [letterId(1)] }) }),
    keepLetter({ number: 8, from: stranger, to: asker, content: update() }),
    keepLetter({ number: 2, from: asked, content: acknowledgement(), seen: [1] }),
    inquiryLetter,
  ];
  const record = { id: thread, desk: deskToId(asker), letters };
  const text = threadToText(record, new Map(), "es", say);

  test("has the letters between the two desks, in the feed's order, under the strictest mark", () => {
    expect(text.letters.map(({ title }) => title)).toEqual([
      "title",
      'replyTitle{"kind":"acknowledgement"}',
      'replyTitle{"kind":"answer"}',
      'replyTitle{"kind":"closing"}',
    ]);
    expect(text.mark).toBe("TLP:RED");
    const lines = threadTextToPlain(text).split("\n");
    expect([lines[0], lines[2], lines.at(-1)]).toEqual(["TLP:RED", "threadTitle", "TLP:RED"]);
  });

  test("says of each letter that it is held, by its receipt, or that it is not", () => {
    const said = text.letters.map(({ sections }) => JSON.stringify(sections[0]));
    expect(said[0]).toContain(createReceipt(letterId(1), 1).number);
    expect(said[3]).toContain("null");
    const receipts = new Map([[letterId(4), createReceipt(letterId(4), 5)]]);
    const held = threadToText(record, receipts, "es", say).letters[3];
    expect(JSON.stringify(held)).toContain(createReceipt(letterId(4), 5).number);
  });
});

describe("an inquiry for the people at home", () => {
  const content = createSampleContent({
    mark: "TLP:AMBER+STRICT",
    question: { text: "¿Qué se observó?", language: "es" },
    replyTo: { email: "guardia@cancilleria.example", phone: "+59829000000" },
  });
  const text = inquiryToBrief({ content, thread }, "es", say);
  const plain = inquiryTextToPlain(text);

  test("says first what its mark allows, and through whom to answer", () => {
    const [first] = text.sections;
    expect(first?.heading).toBe('heading{"of":"sharing"}');
    expect(JSON.stringify(first)).toContain("TLP:AMBER+STRICT. markMeaning");
    expect(JSON.stringify(first)).toContain("answerThroughDesk");
    expect(plain.startsWith("TLP:AMBER+STRICT")).toBe(true);
  });

  test("says what was seen and asked, and that it is no accusation", () => {
    for (const words of [
      content.nature.text,
      "¿Qué se observó?",
      "noAccusation",
      "confirm-receipt",
    ]) {
      expect(plain).toContain(words);
    }
  });

  test("leaves out who signed it and how that person is reached", () => {
    for (const words of ["Ana Ferreira", "guardia@", "+59829000000", content.sender.affiliation]) {
      expect(plain).not.toContain(words);
    }
  });
});
