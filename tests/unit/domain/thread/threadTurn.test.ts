import { describe, expect, test } from "vitest";
import { deskToId } from "#domain/desk.ts";
import type { Urgency } from "#domain/envelope/envelope.ts";
import type { KeptLetter } from "#domain/thread/thread.ts";
import { listUnread } from "#domain/thread/threadReading.ts";
import { isOverdue, noSignSince, planReplies, threadTurn } from "#domain/thread/threadTurn.ts";
import { createSampleContent } from "#tests/world/letters.ts";
import {
  asked,
  asker,
  contents,
  inquiryLetter,
  keepLetter,
  letterId,
  minute,
  statusOf,
  stranger,
  thread,
} from "#tests/world/thread.ts";

const { acknowledgement, answer, closing, note, update, withdrawal } = contents;
const byAsked = (number: number, content: KeptLetter["letter"]["content"], seen = [1]) =>
  keepLetter({ number, from: asked, content, seen });
const byAsker = (number: number, content: KeptLetter["letter"]["content"], seen = [1]) =>
  keepLetter({ number, from: asker, content, seen });
const unheld = (number: number, content: KeptLetter["letter"]["content"], from = asked) =>
  keepLetter({ number, from, content, seen: [1], held: null });
const unreadIds = (letters: readonly KeptLetter[], desk = asked) =>
  listUnread({ id: thread, desk: deskToId(desk), letters }).map(({ letter }) => letter.id);
const turnsOf = (letters: readonly KeptLetter[]) =>
  [asker, asked].map((desk) => {
    const outbox = letters.flatMap(({ receipt, letter }) =>
      receipt ? [] : [{ envelopeId: letter.id, state: { type: "queued" as const } }],
    );
    const status = statusOf(letters, { desk: deskToId(desk), outbox: outbox as never });
    return threadTurn(status, unreadIds(letters, desk).length);
  });
const mine = (reason: string) => ({ type: "mine", reason });
const theirs = { type: "theirs" };
const nobody = { type: "nobody" };

describe("whose turn it is, for the desk that asks and the one that was asked", () => {
  const acknowledged = byAsked(2, acknowledgement());
  const asking = byAsked(2, acknowledgement({ askedBack: ["contact"] }));
  const answered = byAsked(3, answer(), [1, 2]);
  test.each([
    ["asked to answer an inquiry", [inquiryLetter], theirs, mine("answer")],
    [
      "still, after it said that it will",
      [inquiryLetter, acknowledged],
      mine("read"),
      mine("answer"),
    ],
    [
      "and asked back, first the asker's",
      [inquiryLetter, asking],
      mine("answerBack"),
      mine("answer"),
    ],
    [
      "and told, the asked desk's again",
      [inquiryLetter, asking, byAsker(3, update(), [1, 2])],
      theirs,
      mine("answer"),
    ],
    ["to read an answer", [inquiryLetter, answered], mine("read"), nobody],
    [
      "nobody's once it is read",
      [inquiryLetter, answered, byAsker(4, note({ read: [letterId(3)] }))],
      nobody,
      nobody,
    ],
    ["to read a closing", [inquiryLetter, byAsker(2, closing())], nobody, mine("read")],
    [
      "to read that it was taken back",
      [inquiryLetter, byAsker(2, withdrawal(1))],
      nobody,
      mine("read"),
    ],
    ["nobody's where nothing ever arrived", [byAsker(2, withdrawal(1))], nobody, nobody],
    [
      "nobody's while an own answer is queued",
      [inquiryLetter, unheld(2, answer())],
      mine("read"),
      nobody,
    ],
  ])("%s", (_, letters, forAsker, forAsked) => {
    const [one, other] = turnsOf(letters);
    // What is queued on a device of the asked desk is not at the asker's.
    if (letters.every(({ receipt }) => receipt)) expect(one).toEqual(forAsker);
    expect(other).toEqual(forAsked);
  });

  test("is one's own when something needs attention, whatever else there is", () => {
    const notices = [
      { type: "recipientsGone", envelope: letterId(1), device: null, at: minute(2) } as const,
    ];
    expect(threadTurn(statusOf([inquiryLetter], { notices }), 0)).toEqual(mine("attention"));
  });

  test("is the other's while one's own inquiry is queued", () => {
    const [queued] = turnsOf([unheld(1, contents.inquiry(), asker)]);
    expect(queued).toEqual(theirs);
  });
});

describe("an unread letter", () => {
  test("is one of another desk that no colleague's note names", () => {
    const letters = [inquiryLetter, byAsker(2, update()), byAsker(3, update())];
    expect(unreadIds(letters)).toEqual([1, 2, 3].map(letterId));
    const read = keepLetter({ number: 4, from: asked, content: note({ read: [letterId(2)] }) });
    expect(unreadIds([...letters, read])).toEqual([1, 3].map(letterId));
    expect(unreadIds([...letters, read], asker)).toEqual([]);
  });

  test("is read by whoever wrote having seen it, and by nobody who hands it on", () => {
    expect(unreadIds([inquiryLetter, byAsked(2, acknowledgement())])).toEqual([]);
    const handed = byAsked(2, { schema: "handover/1", letters: [] });
    expect(unreadIds([inquiryLetter, handed])).toEqual([letterId(1)]);
  });

  test("is not unread again when it is said again", () => {
    const again = keepLetter({ number: 3, from: asker, content: contents.inquiry(), replaces: 1 });
    expect(unreadIds([inquiryLetter, byAsked(2, acknowledgement()), again])).toEqual([]);
    expect(unreadIds([inquiryLetter, again])).toEqual([letterId(3)]);
  });

  test("may be a stranger's", () => {
    const other = keepLetter({ number: 2, from: stranger, to: asked, content: answer() });
    expect(unreadIds([inquiryLetter, other])).toEqual([1, 2].map(letterId));
  });
});

describe("an estimate", () => {
  const by = (minutes: number) => ({ estimatedBy: minute(minutes) });
  const promised = byAsked(2, acknowledgement(by(60)));

  test("is overdue after its time, for both, until an answer, a closing or a withdrawal", () => {
    for (const desk of [asker, asked]) {
      const status = statusOf([inquiryLetter, promised], { desk: deskToId(desk) });
      expect(status.estimate).toMatchObject({ by: minute(60), isConcurrent: false });
      expect([isOverdue(status, minute(60)), isOverdue(status, minute(61))]).toEqual([false, true]);
    }
    for (const content of [answer(), closing()]) {
      const status = statusOf([inquiryLetter, promised, byAsked(3, content, [1, 2])]);
      expect(isOverdue(status, minute(61))).toBe(false);
    }
    const withdrawn = statusOf([inquiryLetter, promised, byAsker(3, withdrawal(1), [1, 2])]);
    expect(isOverdue(withdrawn, minute(61))).toBe(false);
    expect(isOverdue(statusOf([inquiryLetter]), minute(9999))).toBe(false);
  });

  test("is the newest by what its author had seen, earlier or later than the one before", () => {
    for (const minutes of [30, 90]) {
      const changed = byAsked(3, update(by(minutes)), [1, 2]);
      const { estimate } = statusOf([inquiryLetter, promised, changed]);
      expect(estimate).toMatchObject({ by: minute(minutes), isConcurrent: false });
    }
  });

  test("is the earliest of two that colleagues gave at once, and says so", () => {
    const other = byAsked(3, update(by(30)));
    const { estimate } = statusOf([inquiryLetter, promised, other]);
    expect(estimate).toMatchObject({ by: minute(30), isConcurrent: true });
  });

  test("given after an answer holds again; the asker's own is none", () => {
    const more = byAsked(4, update(by(60)), [1, 2, 3]);
    const answered = [inquiryLetter, promised, byAsked(3, answer(), [1, 2])];
    expect(isOverdue(statusOf([...answered, more]), minute(61))).toBe(true);
    expect(statusOf([inquiryLetter, byAsker(2, update(by(60)))]).estimate).toBeNull();
  });
});

describe("an inquiry without a sign", () => {
  const hours = 60;
  const ask = (urgency: Urgency) =>
    keepLetter({ number: 1, from: asker, content: createSampleContent({ urgency }) });
  test.each<[Urgency, number]>([
    ["hours", 6 * hours],
    ["day", 24 * hours],
    ["week", 7 * 24 * hours],
  ])("suggests whom to try next after its urgency's time: %s", (urgency, wait) => {
    const status = statusOf([ask(urgency)]);
    expect(noSignSince(status, minute(wait))).toBeNull();
    expect(noSignSince(status, minute(1 + wait))).toBe(minute(1));
  });

  test("never does so where nothing was urgent, nor for the desk that was asked", () => {
    expect(noSignSince(statusOf([ask("none")]), minute(9_999_999))).toBeNull();
    const status = statusOf([ask("hours")], { desk: deskToId(asked) });
    expect(noSignSince(status, minute(9_999_999))).toBeNull();
  });

  test("has none by being delivered, and has one by any letter of the other desk", () => {
    const delivered = {
      type: "delivered",
      envelope: letterId(1),
      device: null,
      at: minute(2),
    } as const;
    const status = statusOf([ask("hours")], { notices: [delivered] });
    expect(noSignSince(status, minute(9999))).toBe(minute(1));
    for (const content of [acknowledgement(), update(), answer(), closing()]) {
      expect(noSignSince(statusOf([ask("hours"), byAsked(2, content)]), minute(9999))).toBeNull();
    }
  });
});

describe("the replies that may be written", () => {
  const plansOf = (letters: readonly KeptLetter[]) =>
    [asker, asked].map((desk) => {
      const status = statusOf(letters, { desk: deskToId(desk) });
      return status.side ? planReplies(status, status.side) : [];
    });
  test.each([
    ["asked", [inquiryLetter], ["update", "closing"], ["answer", "acknowledgement", "closing"]],
    [
      "acknowledged",
      [inquiryLetter, byAsked(2, acknowledgement())],
      ["update", "closing"],
      ["answer", "update", "closing"],
    ],
    [
      "answered",
      [inquiryLetter, byAsked(2, answer())],
      ["update", "closing"],
      ["update", "answer", "closing"],
    ],
    ["closed", [inquiryLetter, byAsker(2, closing())], ["update"], ["update", "answer"]],
    [
      "closed with something unseen",
      [inquiryLetter, byAsked(2, answer()), byAsker(3, closing())],
      ["update", "closing"],
      ["update", "answer", "closing"],
    ],
    ["taken back", [inquiryLetter, byAsker(2, withdrawal(1))], [], []],
    ["not here", [byAsked(2, answer())], [], []],
  ])("follow from the state: %s", (_, letters, forAsker, forAsked) => {
    expect(plansOf(letters)).toEqual([forAsker, forAsked]);
  });

  test("take what is queued here as written", () => {
    const [, afterWord] = plansOf([inquiryLetter, unheld(2, acknowledgement())]);
    expect(afterWord).toEqual(["answer", "update", "closing"]);
    const [, afterClosing] = plansOf([inquiryLetter, unheld(2, closing())]);
    expect(afterClosing).toEqual(["update", "answer"]);
    const reopened = [
      inquiryLetter,
      byAsker(3, answer()),
      byAsked(2, closing()),
      byAsker(4, update()),
    ];
    expect(plansOf(reopened)[1]).toContain("closing");
    expect(plansOf([...reopened, unheld(5, closing())])[1]).not.toContain("closing");
    expect(plansOf([unheld(1, contents.inquiry(), asker)])[0]).toEqual([]);
  });
});
