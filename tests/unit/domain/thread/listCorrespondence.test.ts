import { describe, expect, test } from "vitest";
import { deskToId } from "#domain/desk.ts";
import { listCorrespondence } from "#domain/thread/correspondence.ts";
import { mergeLetters } from "#domain/thread/mergeLetters.ts";
import type { KeptLetter } from "#domain/thread/thread.ts";
import {
  asked,
  asker,
  contents,
  createReceipt,
  deviceId,
  inquiryLetter,
  keepLetter,
  letterId,
  minute,
  stranger,
} from "#tests/world/thread.ts";

const { answer, note, update, withdrawal } = contents;
const sources = { desk: deskToId(asker), notices: [], outbox: [], receipts: new Map() };
const numbersOf = (letters: readonly KeptLetter[]) =>
  listCorrespondence({ ...sources, letters }).map(({ kept }) => kept.letter.id);

describe("a correspondence", () => {
  test("is in the feed's order: what was handed on first, what is queued here last", () => {
    const letters = [
      keepLetter({ number: 2, from: asker, content: update(), held: null, writtenAt: -99 }),
      keepLetter({ number: 3, from: asked, content: update(), position: 8, held: 1 }),
      keepLetter({ number: 4, from: asked, content: update(), position: 6, held: 9 }),
      { ...inquiryLetter, position: null },
      keepLetter({ number: 5, from: asked, content: note() }),
    ];
    expect(numbersOf(letters)).toEqual([1, 4, 3, 2].map(letterId));
  });

  test("never has a letter before what its author had seen", () => {
    const letters = [
      inquiryLetter,
      keepLetter({ number: 2, from: asked, content: answer(), seen: [1, 3], position: 3 }),
      keepLetter({ number: 3, from: asked, content: update(), seen: [1], position: 7 }),
    ];
    expect(numbersOf(letters)).toEqual([1, 3, 2].map(letterId));
  });

  test("says of each letter whose it is, how far it came and what became of it", () => {
    const letters = [
      inquiryLetter,
      keepLetter({ number: 2, from: asker, content: contents.inquiry(), seen: [1], replaces: 1 }),
      keepLetter({ number: 3, from: asked, content: answer(), seen: [1, 2] }),
      keepLetter({ number: 4, from: asked, content: withdrawal(3), seen: [1, 2, 3] }),
      keepLetter({ number: 5, from: stranger, to: asker, content: update() }),
    ];
    const notices = [2, 3].map((number) => ({
      type: "delivered" as const,
      envelope: letterId(number),
      device: deviceId(number),
      at: minute(number + 10),
    }));
    expect(listCorrespondence({ ...sources, letters, notices })).toMatchObject([
      {
        kept: { letter: { id: letterId(2) } },
        isOwn: true,
        isSaidAgain: true,
        isOutOfPlace: false,
        delivered: { at: minute(12), device: deviceId(2) },
        withdrawnBy: null,
      },
      { isOwn: false, isSaidAgain: false, withdrawnBy: { envelope: letterId(4) } },
      { kept: { letter: { kind: "withdrawal" } }, delivered: null },
      { isOutOfPlace: true, isOwn: false },
    ]);
  });
});

describe("a letter that came by several ways", () => {
  const queued = keepLetter({ number: 1, from: asker, content: contents.inquiry(), held: null });

  test("is one, with all that each of them knew", () => {
    const merged = { ...inquiryLetter, queuedAt: queued.queuedAt };
    expect(mergeLetters([queued, inquiryLetter, inquiryLetter], new Map())).toEqual([merged]);
    expect(mergeLetters([inquiryLetter, queued], new Map())).toEqual([merged]);
  });

  test("has the receipt of the try while the feed has not brought it", () => {
    const receipt = createReceipt(letterId(1), 4);
    const [kept] = mergeLetters([queued], new Map([[letterId(1), receipt]]));
    expect(kept).toEqual({ ...queued, receipt });
  });

  test("with other words signed under its id is the one that the feed brought", () => {
    const other = keepLetter({ number: 1, from: asker, content: update(), position: null });
    const forged = { ...other, signed: { ...other.signed, signature: "0" } };
    for (const letters of [
      [forged, inquiryLetter],
      [inquiryLetter, forged],
    ]) {
      expect(mergeLetters(letters, new Map())).toEqual([inquiryLetter]);
    }
  });
});
