import { describe, expect, test } from "vitest";
import { deskToId } from "#domain/desk.ts";
import {
  asked,
  asker,
  contents,
  createEntry,
  fromAsked,
  fromAsker,
  inquiryLetter,
  keepLetter,
  letterId,
  minute,
  notice,
  statusOf,
  stranger,
} from "#tests/world/thread.ts";

const { acknowledgement, answer, closing, inquiry, update, withdrawal } = contents;
const asSeenByAsked = { desk: deskToId(asked) };
const queuedInquiry = keepLetter({ number: 1, from: asker, content: inquiry(), held: null });
const mentioned = (number: number) => expect.objectContaining({ envelope: letterId(number) });

describe("a letter that is said again", () => {
  const again = keepLetter({ number: 2, from: asker, content: inquiry(), seen: [1], replaces: 1 });

  test("takes the place of the one whose recipients were gone", () => {
    const notices = [notice("delivered", 1, 2), notice("recipientsGone", 1, 3)];
    const gone = statusOf([inquiryLetter], { notices });
    expect(gone.needsAttention).toMatchObject([
      { type: "recipientsGone", envelope: letterId(1), at: minute(3) },
    ]);
    const status = statusOf([inquiryLetter, again], { notices });
    expect(status).toMatchObject({ state: { type: "held", at: minute(2) }, needsAttention: [] });
    expect(status.inquiry?.kept.letter.id).toBe(letterId(2));
    expect(status.outOfPlace).toEqual([]);
  });

  test("is still gone for its other readers, and taken back, under either id", () => {
    for (const number of [1, 2]) {
      const letters = [inquiryLetter, again, fromAsker(3, withdrawal(number))];
      expect(statusOf(letters).state.type).toBe("withdrawn");
    }
  });

  test("counts as seen by whoever had seen it under its first id", () => {
    const letters = [
      inquiryLetter,
      fromAsked(2, answer()),
      keepLetter({ number: 4, from: asked, content: answer(), seen: [1, 2, 3], replaces: 2 }),
      fromAsker(3, closing(), [1, 2]),
    ];
    const status = statusOf(letters);
    expect(status.answers).toEqual([mentioned(4)]);
    expect(status.state).toMatchObject({ type: "closed", unseenByCloser: [] });
  });

  test.each([
    ["another desk", keepLetter({ number: 2, from: asked, content: answer(), replaces: 1 })],
    ["another kind", keepLetter({ number: 2, from: asker, content: update(), replaces: 1 })],
  ])("never takes the place of a letter of %s", (_, usurper) => {
    expect(statusOf([inquiryLetter, usurper]).inquiry?.kept.letter.id).toBe(letterId(1));
  });

  test("by two colleagues at once stands as the one that is held", () => {
    const ids = [2, 3].map((number) => {
      const versions = [2, 3].map((other) =>
        keepLetter({
          number: other,
          from: asker,
          content: inquiry(),
          replaces: 1,
          held: other === number ? other : null,
        }),
      );
      return statusOf([inquiryLetter, ...versions]).inquiry?.kept.letter.id;
    });
    expect(ids).toEqual([2, 3].map(letterId));
  });

  test("in a ring with another replaces nothing, and ends", () => {
    const ring = [
      keepLetter({ number: 2, from: asked, content: answer(), replaces: 3 }),
      keepLetter({ number: 3, from: asked, content: answer(), replaces: 2 }),
    ];
    expect(statusOf([inquiryLetter, ...ring]).answers).toHaveLength(2);
  });
});

describe("attention", () => {
  const since = minute(3);
  const refusal = { type: "recipientRevoked", httpStatus: null };

  test("is needed for an entry that was refused, with its time and reason", () => {
    const outbox = [createEntry(1, { type: "needsAttention", since, tries: 0, refusal })];
    expect(statusOf([queuedInquiry], { outbox })).toMatchObject({
      state: { type: "queued" },
      needsAttention: [{ type: "refused", envelope: letterId(1), at: since, refusal }],
    });
  });

  test("is needed for what is neither in the outbox nor held", () => {
    expect(statusOf([queuedInquiry]).needsAttention).toMatchObject([
      { type: "lost", envelope: letterId(1) },
    ]);
  });

  test("is not needed for recipients that are gone once a reply shows that it was read", () => {
    const notices = [notice("recipientsGone", 1, 3)];
    const signed = [inquiryLetter, fromAsked(2, acknowledgement())];
    expect(statusOf(signed, { notices }).needsAttention).toEqual([]);
    const unknowing = [inquiryLetter, fromAsked(2, acknowledgement(), [])];
    expect(statusOf(unknowing, { notices }).needsAttention).toHaveLength(1);
    const colleague = [inquiryLetter, fromAsker(2, update())];
    expect(statusOf(colleague, { notices }).needsAttention).toHaveLength(1);
    // It is the asker's letter that came back, not the asked desk's.
    expect(statusOf([inquiryLetter], { notices, ...asSeenByAsked }).needsAttention).toEqual([]);
  });
});

describe("attention for recipients that are gone", () => {
  test("is not needed for what was taken back", () => {
    const notices = [notice("recipientsGone", 1, 3), notice("recipientsGone", 2, 3)];
    const withdrawn = [inquiryLetter, fromAsker(2, withdrawal(1))];
    expect(statusOf(withdrawn, { notices }).needsAttention).toEqual([]);
    const reply = [inquiryLetter, fromAsked(2, answer()), fromAsked(3, withdrawal(2), [1, 2])];
    expect(statusOf(reply, { notices, ...asSeenByAsked }).needsAttention).toEqual([]);
  });
});

describe("a desk that is no party to a thread", () => {
  test("is shown as such, and changes nothing of it", () => {
    const letters = [
      keepLetter({ number: 2, from: stranger, to: asker, content: answer(), seen: [1] }),
      keepLetter({ number: 3, from: stranger, to: asker, content: withdrawal(1) }),
      keepLetter({ number: 0, from: stranger, to: asker, content: inquiry(stranger, asker) }),
    ];
    const status = statusOf([inquiryLetter, ...letters]);
    expect(status).toMatchObject({ side: "asker", state: { type: "held" }, answers: [] });
    expect(status.outOfPlace.map(({ envelope }) => envelope)).toEqual([0, 2, 3].map(letterId));
  });

  test("has no say in what the two desks have seen", () => {
    const letters = [
      fromAsked(2, answer()),
      keepLetter({ number: 3, from: stranger, to: asker, content: update(), seen: [2] }),
      fromAsker(4, closing(), [1, 3]),
    ];
    const status = statusOf([inquiryLetter, ...letters]);
    expect(status.state).toMatchObject({ unseenByCloser: [mentioned(2)] });
  });
});
