import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { type Envelope, parseEnvelope } from "#domain/envelope/envelope.ts";
import { createLetter, envelopeToBytes, letterToEnvelope } from "#domain/letter/createLetter.ts";
import { isLetterOf, Letter, type LetterContent } from "#domain/letter/letter.ts";
import {
  asked,
  asker,
  contents,
  deviceId,
  letterId,
  minute,
  stranger,
  thread,
} from "#tests/world/thread.ts";

const sealed = btoa("age-encryption.org/v1\n-> mlkem768x25519");
const head = {
  id: letterId(1),
  thread,
  from: asker,
  to: asked,
  urgency: "day" as const,
  author: deviceId(1),
  writtenAt: minute(0),
  seen: [letterId(0)],
};
const letter = createLetter(head, contents.inquiry());
const envelope = letterToEnvelope(letter, [deviceId(1), deviceId(2)], sealed);

describe("a letter", () => {
  test.each<[string, LetterContent]>([
    ["inquiry", contents.inquiry()],
    ["withdrawal", contents.withdrawal(1)],
    ["acknowledgement", contents.acknowledgement()],
    ["update", contents.update()],
    ["answer", contents.answer()],
    ["closing", contents.closing()],
  ])("is of the kind of its content, and reads back from its text: %s", (kind, content) => {
    const written = createLetter(head, content);
    expect(written.kind).toBe(kind);
    expect(v.parse(Letter, JSON.parse(JSON.stringify(written)))).toEqual(written);
  });

  test.each<[string, LetterContent]>([
    ["note", contents.note({ read: [letterId(1)] })],
    ["handover", { schema: "handover/1", letters: [] }],
  ])("stays within its desk: %s", (kind, content) => {
    const within = createLetter({ ...head, to: asker }, content);
    expect(within.kind).toBe(kind);
    expect(v.is(Letter, within)).toBe(true);
    expect(v.is(Letter, createLetter(head, content))).toBe(false);
  });

  test.each<[string, unknown]>([
    ["a reply to its own desk", { ...createLetter(head, contents.answer()), to: asker }],
    ["an inquiry that names another sender inside", { ...letter, from: stranger }],
    ["another kind than its content", { ...letter, kind: "answer" }],
    ["a later schema", { ...letter, schema: "letter/2" }],
    ["more than it says", { ...letter, more: 1 }],
  ])("is malformed: %s", (_, other) => {
    expect(v.is(Letter, letter)).toBe(true);
    expect(v.is(Letter, other)).toBe(false);
  });

  test("says what it replaces only where it does", () => {
    expect("replaces" in letter).toBe(false);
    const again = createLetter({ ...head, replaces: letterId(7) }, contents.inquiry());
    expect(again.replaces).toBe(letterId(7));
  });
});

describe("an envelope", () => {
  test("says of its letter what the letter says, and reads back from its bytes", () => {
    expect(isLetterOf(letter, envelope)).toBe(true);
    expect(parseEnvelope(envelopeToBytes(envelope))).toEqual({ ok: true, value: envelope });
  });

  test.each<[string, Partial<Envelope>]>([
    ["id", { id: letterId(2) }],
    ["thread", { thread: letterId(2) as unknown as Envelope["thread"] }],
    ["kind", { kind: "answer" }],
    ["urgency", { urgency: "hours" }],
    ["sender", { from: stranger }],
    ["recipient", { to: stranger }],
  ])("of another %s is not its letter's", (_, changes) => {
    expect(isLetterOf(letter, { ...envelope, ...changes })).toBe(false);
  });

  test("has the same bytes in whatever order its fields were put together", () => {
    const { from, to, body, ...rest } = envelope;
    const turned = {
      body,
      to: { desk: to.desk, state: to.state },
      ...rest,
      from: { desk: from.desk, state: from.state },
    };
    expect(Object.keys(turned)).not.toEqual(Object.keys(envelope));
    expect(envelopeToBytes(turned)).toBe(envelopeToBytes(envelope));
  });

  test.each<[string, string]>([
    ["no JSON", "<html>"],
    ["a plain body", JSON.stringify({ ...envelope, body: JSON.stringify(letter) })],
    ["an armoured body", JSON.stringify({ ...envelope, body: "-----BEGIN AGE" })],
    ["nobody to open it", JSON.stringify({ ...envelope, sealedTo: [] })],
  ])("is unreadable: %s", (_, bytes) => {
    expect(parseEnvelope(bytes)).toEqual({ ok: false, error: { type: "envelopeUnreadable" } });
  });
});
