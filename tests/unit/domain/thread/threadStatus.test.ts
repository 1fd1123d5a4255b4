import { describe, expect, test } from "vitest";
import { deskToId } from "#domain/desk.ts";
import {
  asked,
  asker,
  contents,
  createEntry,
  createReceipt,
  deviceId,
  fromAsked,
  fromAsker,
  inquiryLetter,
  keepLetter,
  letterId,
  minute,
  notice,
  statusOf,
} from "#tests/world/thread.ts";

const { acknowledgement, answer, closing, inquiry, update, withdrawal } = contents;
const asSeenByAsked = { desk: deskToId(asked) };
const queuedInquiry = keepLetter({ number: 1, from: asker, content: inquiry(), held: null });
const mentioned = (number: number) => expect.objectContaining({ envelope: letterId(number) });

describe("a thread's state", () => {
  test("is nothing while there is no letter, and for a withdrawal of what never arrived", () => {
    expect(statusOf([])).toMatchObject({ state: { type: "nothing" }, side: null, stages: [] });
    const alone = statusOf([fromAsker(2, withdrawal(1))], asSeenByAsked);
    expect(alone.state).toEqual({ type: "nothing" });
  });

  test("says so where letters are here and their inquiry is not", () => {
    const status = statusOf([fromAsked(2, answer())]);
    expect(status).toMatchObject({ state: { type: "withoutInquiry" }, answers: [] });
  });

  test("is queued, by this device's word, until there is a receipt", () => {
    const outbox = [createEntry(1, { type: "queued" })];
    expect(statusOf([queuedInquiry], { outbox })).toMatchObject({
      side: "asker",
      state: { type: "queued", at: minute(1), source: { type: "device" } },
      unsent: [mentioned(1)],
      needsAttention: [],
    });
  });

  test("is held by the receipt, whether the feed or the try has brought it", () => {
    const receipt = createReceipt(letterId(1), 5);
    const receipts = new Map([[letterId(1), receipt]]);
    const status = statusOf([queuedInquiry], { receipts });
    expect(status.state).toEqual({
      type: "held",
      at: minute(5),
      source: { type: "receipt", receipt },
    });
    expect(status.stages.map(({ type }) => type)).toEqual(["queued", "held"]);
    expect(status.unsent).toEqual([]);
    expect(statusOf([inquiryLetter]).state.type).toBe("held");
  });

  test("[S12] is not held while it is put again, whatever its old receipt says", () => {
    const outbox = [createEntry(1, { type: "queued" })];
    const receipts = new Map([[letterId(1), createReceipt(letterId(1), 5)]]);
    for (const letter of [inquiryLetter, { ...inquiryLetter, queuedAt: minute(0) }]) {
      const status = statusOf([letter], { outbox, receipts });
      expect(status).toMatchObject({ state: { type: "queued" }, unsent: [mentioned(1)] });
      expect(statusOf([letter], { receipts }).state.type).toBe("held");
    }
  });

  test("is delivered by the first notice, and only by one of the inquiry itself", () => {
    const notices = [notice("delivered", 1, 9), notice("delivered", 1, 7)];
    expect(statusOf([inquiryLetter], { notices }).state).toEqual({
      type: "delivered",
      at: minute(7),
      source: { type: "notice", envelope: letterId(1), device: deviceId(7) },
    });
    const other = [notice("delivered", 2, 7)];
    expect(statusOf([inquiryLetter], { notices: other }).state.type).toBe("held");
  });

  test.each([
    ["acknowledged", fromAsked(2, acknowledgement())],
    ["acknowledged", fromAsked(2, update())],
    ["answered", fromAsked(2, answer())],
    ["closed", fromAsked(2, closing())],
    ["closed", fromAsker(2, closing())],
    ["withdrawn", fromAsker(2, withdrawal(1))],
  ])("is %s by a letter, with who wrote it and when it was held", (type, letter) => {
    for (const more of [{}, asSeenByAsked]) {
      expect(statusOf([inquiryLetter, letter], more).state).toMatchObject({
        type,
        at: minute(2),
        source: { type: "letter", envelope: letterId(2), from: letter.letter.from },
      });
    }
  });

  test.each([
    ["an answer of the desk that asks", fromAsker(2, answer())],
    ["an acknowledgement of the desk that asks", fromAsker(2, acknowledgement())],
    ["a withdrawal by the desk that was asked", fromAsked(2, withdrawal(1))],
    ["a withdrawal of something else", fromAsker(2, withdrawal(7))],
    ["a note", keepLetter({ number: 2, from: asker, content: contents.note({ read: [] }) })],
  ])("is not changed by %s", (_, letter) => {
    const status = statusOf([inquiryLetter, letter]);
    expect(status.state.type).toBe("held");
    expect(status.answers).toEqual([]);
  });

  test("keeps every state that was reached, in the table's order", () => {
    const letters = [
      inquiryLetter,
      fromAsked(2, acknowledgement(), [1]),
      fromAsked(3, answer(), [1, 2]),
      fromAsker(4, closing(), [1, 2, 3]),
      fromAsker(5, withdrawal(1), [1, 2, 3, 4]),
    ];
    const { stages } = statusOf(letters, { notices: [notice("delivered", 1, 2)] });
    expect(stages.map(({ type }) => type)).toEqual([
      "held",
      "delivered",
      "acknowledged",
      "answered",
      "closed",
      "withdrawn",
    ]);
  });

  test("does not count an own reply before the endpoint holds it", () => {
    const own = keepLetter({ number: 2, from: asked, content: answer(), seen: [1], held: null });
    const status = statusOf([inquiryLetter, own], asSeenByAsked);
    expect(status).toMatchObject({ state: { type: "held" }, answers: [], unsent: [mentioned(2)] });
  });

  test("is withdrawn at once for the desk that takes it back, with no receipt for the word yet", () => {
    const own = keepLetter({ number: 2, from: asker, content: withdrawal(1), held: null });
    const outbox = [createEntry(2, { type: "queued" })];
    const status = statusOf([queuedInquiry, own], { outbox });
    expect(status.state).toMatchObject({ type: "withdrawn", source: { receipt: null } });
    // Its own entry is gone (S10), which is no loss.
    expect(status.needsAttention).toEqual([]);
  });

  test("does not count a reply that its desk has taken back", () => {
    const letters = [
      inquiryLetter,
      fromAsked(2, acknowledgement()),
      fromAsked(3, answer(), [1, 2]),
      fromAsked(4, withdrawal(3), [1, 2, 3]),
    ];
    expect(statusOf(letters)).toMatchObject({ state: { type: "acknowledged" }, answers: [] });
  });
});

describe("two colleagues who act at once", () => {
  const one = fromAsked(2, answer());
  const two = fromAsked(3, answer());

  test("and both answer are both shown, as concurrent", () => {
    const status = statusOf([inquiryLetter, one, two]);
    expect(status.answers).toEqual([mentioned(2), mentioned(3)]);
    expect(status.isConcurrent).toBe(true);
    const knowing = statusOf([inquiryLetter, one, fromAsked(3, answer(), [1, 2])]);
    expect(knowing).toMatchObject({ answers: [mentioned(2), mentioned(3)], isConcurrent: false });
  });

  test("and of whom one closes reopen attention to what the closer had not seen", () => {
    const closed = fromAsker(4, closing(), [1, 2]);
    const status = statusOf([inquiryLetter, one, two, closed]);
    expect(status.state).toMatchObject({ type: "closed", unseenByCloser: [mentioned(3)] });
    expect(status.needsAttention).toEqual([{ type: "unseenByCloser", letters: [mentioned(3)] }]);
    const again = fromAsker(5, closing(), [1, 2, 3, 4]);
    expect(statusOf([inquiryLetter, one, two, closed, again])).toMatchObject({
      state: { type: "closed", source: mentioned(5), unseenByCloser: [] },
      needsAttention: [],
    });
  });

  test("and both close leave unseen what either had not seen", () => {
    const letters = [fromAsker(4, closing(), [1, 2]), fromAsked(5, closing(), [1, 2, 3])];
    const status = statusOf([inquiryLetter, one, two, ...letters]);
    expect(status.state).toMatchObject({ unseenByCloser: [mentioned(3)] });
  });

  test("have seen what the authors of what they had seen had seen, whenever it was held", () => {
    for (const held of [
      [2, 4, 5],
      [9, 8, 7],
    ]) {
      const letters = [
        keepLetter({ number: 2, from: asked, content: answer(), seen: [1], held: held[0] ?? 0 }),
        keepLetter({ number: 4, from: asked, content: update(), seen: [2], held: held[1] ?? 0 }),
        keepLetter({ number: 5, from: asker, content: closing(), seen: [4], held: held[2] ?? 0 }),
      ];
      const { state } = statusOf([inquiryLetter, ...letters]);
      expect(state).toMatchObject({ type: "closed", unseenByCloser: [] });
    }
  });

  test("are ordered by what they had seen, whatever their clocks say", () => {
    const early = keepLetter({ number: 2, from: asked, content: answer(), writtenAt: 9999 });
    const late = keepLetter({
      number: 3,
      from: asker,
      content: closing(),
      seen: [1, 2],
      writtenAt: -9999,
    });
    expect(statusOf([inquiryLetter, early, late]).state).toMatchObject({ unseenByCloser: [] });
  });

  test("are ordered by what they had seen, whatever the endpoint's clock says", () => {
    const letters = [
      keepLetter({ number: 2, from: asked, content: answer(), seen: [1], held: 8 }),
      keepLetter({ number: 3, from: asked, content: answer(), seen: [1, 2], held: 7 }),
    ];
    expect(statusOf([inquiryLetter, ...letters])).toMatchObject({
      answers: [mentioned(2), mentioned(3)],
      state: { type: "answered", at: minute(8) },
    });
  });

  test("and claim to have seen each other's are not believed", () => {
    const letters = [fromAsked(2, answer(), [1, 3]), fromAsked(3, answer(), [1, 2])];
    expect(statusOf([inquiryLetter, ...letters]).isConcurrent).toBe(true);
  });
});

describe("a question back", () => {
  const asking = fromAsked(2, acknowledgement({ askedBack: ["contact"] }));

  test("is open until a letter of the asker follows it", () => {
    expect(statusOf([inquiryLetter, asking]).openQuestion).toEqual(mentioned(2));
    const colleague = fromAsked(3, update(), [1, 2]);
    expect(statusOf([inquiryLetter, asking, colleague]).openQuestion).toEqual(mentioned(2));
    const unknowing = fromAsker(3, update(), [1]);
    expect(statusOf([inquiryLetter, asking, unknowing]).openQuestion).toEqual(mentioned(2));
    const told = fromAsker(3, update(), [1, 2]);
    expect(statusOf([inquiryLetter, asking, told]).openQuestion).toBeNull();
  });

  test("is none without one, and none once the inquiry is answered or closed", () => {
    expect(statusOf([inquiryLetter, fromAsked(2, acknowledgement())]).openQuestion).toBeNull();
    for (const content of [answer(), closing()]) {
      const letters = [inquiryLetter, asking, fromAsked(3, content, [1, 2])];
      expect(statusOf(letters).openQuestion).toBeNull();
    }
  });
});
