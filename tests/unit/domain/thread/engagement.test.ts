import { describe, expect, test } from "vitest";
import type { NoteContent } from "#domain/letter/replies.ts";
import { foldEngagement } from "#domain/thread/correspondence.ts";
import { listSeen, maxSeenIds } from "#domain/thread/threadReading.ts";
import {
  asked,
  asker,
  contents,
  deviceId,
  inquiryLetter,
  keepLetter,
  letterId,
  minute,
} from "#tests/world/thread.ts";

const { answer, note, update } = contents;
const say = (
  number: number,
  done: boolean,
  more: Partial<Parameters<typeof keepLetter>[0]> = {},
  who: NoteContent["engaged"][number]["who"] = "technical-team",
) => keepLetter({ number, from: asked, content: note({ engaged: [{ who, done }] }), ...more });
const nobody = { done: false, saidBy: null };

describe("the checklist of whom to engage", () => {
  test("has a line for each, in order, before anybody says a word", () => {
    expect(foldEngagement([inquiryLetter])).toEqual([
      { who: "technical-team", ...nobody },
      { who: "private-sector", ...nobody },
      { who: "consultative-group", ...nobody },
    ]);
  });

  test("says who said it last, and when; a line is changed by what names it only", () => {
    const [technical, sector, group] = foldEngagement([
      say(2, true),
      say(3, true, { seen: [2] }, "private-sector"),
    ]);
    expect(technical).toEqual({
      who: "technical-team",
      done: true,
      saidBy: { author: deviceId(2), at: minute(2) },
    });
    expect(sector).toMatchObject({ done: true, saidBy: { author: deviceId(3) } });
    expect(group).toMatchObject(nobody);
  });

  test("goes by what the author had seen before all, whatever the feed and the clocks say", () => {
    const [line] = foldEngagement([
      say(2, true, { position: 9, held: 9, writtenAt: 9 }),
      say(3, false, { seen: [2], position: 4, held: 4, writtenAt: 4 }),
    ]);
    expect(line).toMatchObject({ done: false, saidBy: { author: deviceId(3) } });
  });

  test("goes by the feed where two colleagues did not know of each other", () => {
    const [line] = foldEngagement([
      say(2, true, { position: 9, writtenAt: 1 }),
      say(3, false, { position: 4, writtenAt: 8 }),
    ]);
    expect(line?.done).toBe(true);
    // What is queued here comes after all that the feed has brought.
    const [queued] = foldEngagement([say(2, true), say(3, false, { held: null, writtenAt: -5 })]);
    expect(queued?.done).toBe(false);
  });
});

describe("what the author of a letter has seen", () => {
  const letters = [
    inquiryLetter,
    keepLetter({ number: 2, from: asked, content: note() }),
    keepLetter({ number: 3, from: asked, content: update(), seen: [1] }),
    keepLetter({ number: 4, from: asked, content: { schema: "handover/1", letters: [] } }),
    keepLetter({ number: 5, from: asked, content: answer(), seen: [1], held: null }),
  ];

  test("says nothing to the other desk of what stays within one's own", () => {
    expect(listSeen(letters, "answer").toSorted()).toEqual([1, 3, 5].map(letterId));
    expect(listSeen(letters, "note").toSorted()).toEqual([1, 2, 3, 5].map(letterId));
  });

  test("leaves out of a long list only what follows from the rest", () => {
    const chain = Array.from({ length: 150 }, (_, at) =>
      keepLetter({
        number: at + 2,
        from: at % 2 ? asked : asker,
        content: update(),
        seen: [at + 1],
      }),
    );
    const apart = keepLetter({ number: 900, from: asked, content: answer(), position: 1 });
    const seen = listSeen([inquiryLetter, ...chain, apart], "update");
    expect(seen).toHaveLength(maxSeenIds);
    expect(seen).toContain(letterId(151));
    expect(seen).toContain(letterId(900));
    expect(seen).not.toContain(letterId(1));
  });
});
