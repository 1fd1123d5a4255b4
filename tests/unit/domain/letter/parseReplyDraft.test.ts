import { describe, expect, test } from "vitest";
import { emptyProfile, type Profile } from "#domain/device/profile.ts";
import { parseReplyDraft, replyToDraft } from "#domain/letter/parseReplyDraft.ts";
import { replyMaxLength } from "#domain/letter/replies.ts";
import {
  createReplyDraft,
  type ReplyDraft,
  type ReplyKind,
  replyFieldsOf,
  replyKinds,
} from "#domain/letter/replyDraft.ts";
import { createSampleContent } from "#tests/world/letters.ts";

const profile: Profile = {
  name: "Luis Soto",
  affiliation: "Cancillería",
  replyEmail: "luis@cancilleria.example",
  replyPhone: "+56 2 2000 0000",
};
const start = {
  profile,
  inquiry: createSampleContent({ mark: "TLP:RED" }),
  zone: "America/Santiago",
  language: "es",
} as const;
const draftOf = (kind: ReplyKind, changes: Partial<ReplyDraft> = {}): ReplyDraft => ({
  ...createReplyDraft({ ...start, kind }),
  text: { text: " Se revisó el tráfico. ", language: "es" },
  reason: "resolved",
  ...changes,
});
const missingIn = (draft: ReplyDraft) => {
  const parsed = parseReplyDraft(draft);
  return parsed.ok ? [] : parsed.error.map(({ field, type }) => `${field} ${type}`);
};

describe("a reply's draft", () => {
  test("begins with what the device knows, and with the inquiry's mark", () => {
    expect(createReplyDraft({ ...start, kind: "answer" })).toMatchObject({
      kind: "answer",
      senderName: "Luis Soto",
      replyPhone: "+56 2 2000 0000",
      estimateLocal: "",
      estimateZone: "America/Santiago",
      mark: "TLP:RED",
      text: { text: "", language: "es" },
    });
    expect(createReplyDraft({ ...start, kind: "answer", inquiry: undefined }).mark).toBeUndefined();
  });

  test("becomes an answer, trimmed, with what belongs to another kind left out", () => {
    const draft = draftOf("answer", { askedBack: ["contact"], estimateLocal: "2026-11-25T09:00" });
    expect(parseReplyDraft(draft)).toEqual({
      ok: true,
      value: {
        schema: "answer/1",
        sender: { name: "Luis Soto", affiliation: "Cancillería" },
        replyTo: { email: "luis@cancilleria.example", phone: "+56220000000" },
        text: { text: "Se revisó el tráfico.", language: "es" },
        mark: "TLP:RED",
      },
    });
  });

  test("becomes an acknowledgement whose estimate is a moment, on the clock of its zone", () => {
    const draft = draftOf("acknowledgement", {
      estimateLocal: "2026-11-25T09:00",
      askedBack: ["sharing", "contact"],
      text: { text: "  ", language: "es" },
    });
    const parsed = parseReplyDraft(draft);
    expect(parsed).toMatchObject({
      ok: true,
      // Chile is three hours behind UTC in November.
      value: { estimatedBy: "2026-11-25T12:00:00.000Z", askedBack: ["contact", "sharing"] },
    });
    expect(parsed.ok && "text" in parsed.value).toBe(false);
  });

  test("needs no estimate and no word to acknowledge", () => {
    expect(missingIn(draftOf("acknowledgement", { text: { text: "", language: "es" } }))).toEqual(
      [],
    );
  });

  test("of an update says something or gives an estimate", () => {
    const silent = draftOf("update", { text: { text: "", language: "es" } });
    expect(missingIn(silent)).toEqual(["text missing"]);
    expect(missingIn({ ...silent, estimateLocal: "2026-11-25T09:00" })).toEqual([]);
    expect(missingIn(draftOf("update"))).toEqual([]);
  });

  test("of a closing gives a reason; its text is the writer's choice", () => {
    const silent = draftOf("closing", { text: { text: "", language: "es" } });
    expect(parseReplyDraft(silent)).toMatchObject({ value: { reason: "resolved" } });
    const { reason, ...without } = silent;
    expect(reason).toBe("resolved");
    expect(missingIn(without)).toEqual(["reason missing"]);
  });

  test.each(replyKinds)("says all that is missing in the order of its form: %s", (kind) => {
    const bare = { ...start, kind, profile: emptyProfile, inquiry: undefined };
    const empty = createReplyDraft(bare);
    const fields = missingIn(empty).map((one) => one.split(" ")[0]);
    const needed = replyFieldsOf(kind).filter((field) => fields.includes(field));
    expect(fields).toEqual(needed);
    expect(fields).toEqual(expect.arrayContaining(["mark", "senderName", "senderAffiliation"]));
  });

  test.each<[string, Partial<ReplyDraft>]>([
    ["estimateLocal invalidTime", { estimateLocal: "tomorrow" }],
    ["estimateZone invalidZone", { estimateLocal: "2026-11-25T09:00", estimateZone: "Chile" }],
    ["estimateZone invalidZone", { estimateLocal: "2026-11-25T09:00", estimateZone: "Mars/Base" }],
    ["text tooLong", { text: { text: "a".repeat(replyMaxLength + 1), language: "es" } }],
    ["senderName tooLong", { senderName: "a".repeat(201) }],
    ["senderAffiliation tooLong", { senderAffiliation: "a".repeat(301) }],
    ["replyEmail missing", { replyEmail: " ", replyPhone: "" }],
    ["replyEmail invalidEmail", { replyEmail: "luis" }],
    ["replyPhone invalidPhone", { replyPhone: "2 2000 0000" }],
  ])("does not go: %s", (problem, changes) => {
    expect(missingIn(draftOf("acknowledgement", changes))).toEqual([problem]);
  });

  test("goes with one way to be reached, and with the longest text", () => {
    const text = { text: "a".repeat(replyMaxLength), language: "es" } as const;
    expect(missingIn(draftOf("answer", { replyEmail: "", text }))).toEqual([]);
    expect(missingIn(draftOf("answer", { replyPhone: "" }))).toEqual([]);
  });

  test.each(replyKinds)("comes back from its reply as what says the same: %s", (kind) => {
    const parsed = parseReplyDraft(draftOf(kind, { estimateLocal: "2026-11-25T09:00" }));
    expect(parsed.ok).toBe(true);
    if (!parsed.ok) return;
    for (const zone of ["America/Santiago", "America/Lima"]) {
      expect(parseReplyDraft(replyToDraft(parsed.value, zone))).toEqual(parsed);
    }
  });
});
