import { describe, expect, test } from "vitest";
import { deskToId } from "#domain/desk.ts";
import { foldEngagement, listCorrespondence } from "#domain/thread/correspondence.ts";
import type { KeptLetter } from "#domain/thread/thread.ts";
import { listSeen, listUnread } from "#domain/thread/threadReading.ts";
import { type ThreadSources, threadStatus } from "#domain/thread/threadStatus.ts";
import { createHistory, createRandom, shuffle } from "#tests/world/history.ts";
import {
  asked,
  asker,
  contents,
  inquiryLetter,
  keepLetter,
  statusOf,
  thread,
} from "#tests/world/thread.ts";

const seeds = Array.from({ length: 300 }, (_, index) => index + 1);
const sourcesOf = (seed: number, desk = asker): ThreadSources => {
  const history = createHistory(seed);
  return {
    desk: deskToId(desk),
    letters: history.lettersOf(desk),
    notices: history.notices,
    outbox: [],
    receipts: new Map(),
  };
};

/** All orders of a few. */
const listOrders = <T>(some: readonly T[]): T[][] =>
  some.length === 0
    ? [[]]
    : some.flatMap((one, at) => listOrders(some.toSpliced(at, 1)).map((rest) => [one, ...rest]));

// Thousands of folds: more than a loaded machine does in the usual five seconds.
describe("the same letters and notices", { timeout: 60_000 }, () => {
  const { acknowledgement, answer, closing, inquiry, note } = contents;
  const few: readonly KeptLetter[] = [
    inquiryLetter,
    keepLetter({ number: 2, from: asker, content: inquiry(), seen: [1], replaces: 1 }),
    keepLetter({ number: 3, from: asked, content: acknowledgement(), seen: [2] }),
    keepLetter({ number: 4, from: asked, content: answer(), seen: [2, 3], held: 7 }),
    keepLetter({ number: 5, from: asked, content: answer(), seen: [2, 3], held: 7 }),
    keepLetter({ number: 6, from: asker, content: closing(), seen: [2, 3, 4] }),
    keepLetter({
      number: 7,
      from: asker,
      content: note({ engaged: [{ who: "technical-team", done: true }] }),
    }),
  ];

  test("give the same status in each of 5,040 orders", () => {
    const orders = listOrders(few);
    expect(orders).toHaveLength(5040);
    expect(new Set(orders.map((letters) => JSON.stringify(statusOf(letters)))).size).toBe(1);
    expect(statusOf(few)).toMatchObject({ state: { type: "closed" }, isConcurrent: true });
  });

  test("give the same correspondence, unread letters and checklist in any order", () => {
    const { desk, ...rest } = sourcesOf(1);
    const read = (letters: readonly KeptLetter[]) =>
      JSON.stringify([
        listCorrespondence({ ...rest, desk, letters }),
        listUnread({ id: thread, desk, letters }),
        foldEngagement(letters),
        listSeen(letters, "note"),
      ]);
    const random = createRandom(1);
    const notes = [901, 902, 903].map((number) => {
      const engaged = [{ who: "technical-team" as const, done: number === 902 }];
      return keepLetter({ number, from: asker, content: contents.note({ engaged }), held: 99 });
    });
    const letters = [...rest.letters, ...notes];
    const orders = Array.from({ length: 200 }, () => shuffle(letters, random));
    expect(new Set(orders.map(read)).size).toBe(1);
  });

  test("give the same status in any order, and however often they came", () => {
    for (const seed of seeds) {
      const random = createRandom(seed);
      const sources = sourcesOf(seed);
      const status = threadStatus(sources);
      for (let round = 0; round < 4; round += 1) {
        const twice = [...sources.letters, ...sources.letters.filter(() => random() < 0.3)];
        const letters = shuffle(twice, random);
        const notices = shuffle([...sources.notices, ...sources.notices], random);
        expect(threadStatus({ ...sources, letters, notices }), `seed ${seed}`).toEqual(status);
      }
    }
  });

  test("give the same status whatever the devices' clocks said", () => {
    for (const seed of seeds) {
      const random = createRandom(seed);
      const sources = sourcesOf(seed);
      const letters = sources.letters.map((kept) => {
        const other = sources.letters[Math.floor(random() * sources.letters.length)] ?? kept;
        return { ...kept, letter: { ...kept.letter, writtenAt: other.letter.writtenAt } };
      });
      // The inquiry's own letter is in its status, with the time that its writer gave it.
      const status = { ...threadStatus(sources), inquiry: null };
      const other = { ...threadStatus({ ...sources, letters }), inquiry: null };
      expect(other, `seed ${seed}`).toEqual(status);
    }
  });

  test("give both desks the same state, answers and estimate", () => {
    for (const seed of seeds) {
      const [one, other] = [asker, asked].map((desk) => threadStatus(sourcesOf(seed, desk)));
      const shared = (status = one) => [
        status?.state,
        status?.stages,
        status?.answers,
        status?.estimate,
        status?.openQuestion,
      ];
      expect(shared(other), `seed ${seed}`).toEqual(shared(one));
    }
  });
});

describe("what a thread says of who had seen what", { timeout: 60_000 }, () => {
  test("is what the authors' devices had", () => {
    let unseenCount = 0;
    for (const seed of seeds) {
      const { known } = createHistory(seed);
      const { letters, ...rest } = sourcesOf(seed);
      const { state } = threadStatus({ ...rest, letters });
      if (state.type !== "closed") continue;
      const closings = letters.filter(({ letter }) => letter.kind === "closing");
      for (const { envelope } of state.unseenByCloser) {
        unseenCount += 1;
        const isUnseen = closings.some(({ letter }) => !known.get(letter.id)?.has(envelope));
        expect(isUnseen, `seed ${seed}`).toBe(true);
      }
    }
    expect(unseenCount).toBeGreaterThan(100);
  });

  test("is never before what its author had seen in the correspondence", () => {
    for (const seed of seeds) {
      const { known } = createHistory(seed);
      // What is said again stands where it was said first.
      const order = listCorrespondence(sourcesOf(seed))
        .filter(({ isSaidAgain }) => !isSaidAgain)
        .map(({ kept }) => kept.letter.id);
      for (const [at, id] of order.entries()) {
        const before = new Set(order.slice(0, at));
        const missed = order.filter((other) => known.get(id)?.has(other) && !before.has(other));
        expect(missed, `seed ${seed}`).toEqual([]);
      }
    }
  });

  test("covers every state and more than one answer at once", () => {
    const all = seeds.map((seed) => threadStatus(sourcesOf(seed)));
    const types = new Set(all.map(({ state }) => state.type));
    for (const type of ["delivered", "acknowledged", "answered", "closed", "withdrawn"] as const) {
      expect(types).toContain(type);
    }
    expect(all.filter(({ isConcurrent }) => isConcurrent).length).toBeGreaterThan(20);
    expect(all.filter(({ estimate }) => estimate?.isConcurrent).length).toBeGreaterThan(5);
  });
});
