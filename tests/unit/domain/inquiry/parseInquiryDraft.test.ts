import * as v from "valibot";
import { describe, expect, test } from "vitest";
import type { StateCode } from "#domain/desk.ts";
import { emptyProfile } from "#domain/device/profile.ts";
import { InquiryContent, inquiryMaxBytes } from "#domain/inquiry/inquiry.ts";
import {
  createInquiryDraft,
  type InquiryDraft,
  inquiryForm,
} from "#domain/inquiry/inquiryDraft.ts";
import { parseInquiryDraft } from "#domain/inquiry/parseInquiryDraft.ts";
import { createSampleContent, createSampleDraft } from "#tests/world/letters.ts";
import { sampleNow } from "#tests/world/moments.ts";

const missingOf = (changes: Partial<InquiryDraft>) => {
  const parsed = parseInquiryDraft(createSampleDraft(changes), sampleNow);
  return parsed.ok ? [] : parsed.error;
};

describe("a complete draft", () => {
  test("is an inquiry, with what is optional left out", () => {
    const parsed = parseInquiryDraft(createSampleDraft(), sampleNow);
    expect(parsed).toEqual({ ok: true, value: createSampleContent() });
  });

  test("is an inquiry with everything that is optional", () => {
    const parsed = parseInquiryDraft(
      createSampleDraft({
        observedUntil: "2026-11-21T22:10",
        severity: { type: "known", scale: "uk-ncsc", level: "2" },
        question: { text: " ¿Qué se observó? ", language: "es" },
        asked: ["contact-sender", "confirm-receipt"],
        replyPhone: "+598 2902 1010",
      }),
      sampleNow,
    );
    expect(parsed).toEqual({
      ok: true,
      value: createSampleContent({
        observed: {
          from: "2026-11-21T22:10",
          until: "2026-11-21T22:10",
          zone: "America/Montevideo",
        },
        severity: { type: "known", scale: "uk-ncsc", level: 2 },
        question: { text: "¿Qué se observó?", language: "es" },
        asked: ["confirm-receipt", "contact-sender"],
        replyTo: { email: "guardia@cancilleria.example", phone: "+59829021010" },
      }),
    });
  });

  test("needs one way to be reached, either of the two", () => {
    expect(missingOf({ replyEmail: "", replyPhone: "+59829021010" })).toEqual([]);
    expect(missingOf({ replyEmail: "", replyPhone: " " })).toEqual([
      { type: "missing", step: "request", field: "replyEmail" },
    ]);
  });
});

describe("an unfinished draft", () => {
  const own = { state: "UY" as StateCode, desk: "technical" as const };
  const named = { type: "named", scale: "Escala nacional", level: "3", worst: "5" } as const;

  test.each<[string, Partial<InquiryDraft>, object]>([
    ["a name of spaces", { senderName: "  " }, { type: "missing", field: "senderName" }],
    [
      "a long name",
      { senderName: "x".repeat(201) },
      { type: "tooLong", field: "senderName", maxLength: 200, step: "sender" },
    ],
    [
      "a long affiliation",
      { senderAffiliation: "x".repeat(301) },
      { type: "tooLong", field: "senderAffiliation", maxLength: 300 },
    ],
    ["one's own State", { to: own }, { type: "ownState", step: "contact", field: "to" }],
    ["no time", { observedFrom: "" }, { type: "missing", field: "observedFrom" }],
    ["half a time", { observedFrom: "2026-11-21" }, { type: "invalidTime", field: "observedFrom" }],
    [
      "a time that is none",
      { observedFrom: "2026-13-41T25:99" },
      { type: "invalidTime", field: "observedFrom" },
    ],
    [
      "an end before the beginning",
      { observedUntil: "2026-11-21T22:09" },
      { type: "untilBeforeFrom", step: "incident", field: "observedUntil" },
    ],
    [
      "an end that is none",
      { observedUntil: "x" },
      { type: "invalidTime", field: "observedUntil" },
    ],
    ["an offset for a zone", { observedZone: "-03:00" }, { type: "invalidZone" }],
    [
      "no description",
      { nature: { text: " \n", language: "es" } },
      { type: "missing", step: "incident", field: "nature" },
    ],
    [
      "a scale without a level",
      { severity: { type: "known", scale: "us-ncirp", level: "" } },
      { type: "missing", field: "severityLevel" },
    ],
    [
      "a level that its scale has not",
      { severity: { type: "known", scale: "uk-ncsc", level: "0" } },
      { type: "missing", field: "severityLevel" },
    ],
    [
      "a scale without its direction",
      { severity: { ...named, worst: "" } },
      { type: "missing", field: "severityWorst" },
    ],
    [
      "a scale with a long name",
      { severity: { ...named, scale: "x".repeat(121) } },
      { type: "tooLong", field: "severityScale", maxLength: 120 },
    ],
    ["nothing asked", { asked: [] }, { type: "missing", step: "request", field: "asked" }],
    ["a wrong address", { replyEmail: "guardia@" }, { type: "invalidEmail", step: "request" }],
    ["a number without country", { replyPhone: "2902 1010" }, { type: "invalidPhone" }],
    [
      "no word on national security",
      { nationalSecurityConfirmed: false },
      { type: "missing", step: "review", field: "nationalSecurityConfirmed" },
    ],
  ])("with %s says so, there, and nothing else", (_, changes, part) => {
    const missing = missingOf(changes);
    expect(missing).toHaveLength(1);
    expect(missing[0]).toMatchObject(part);
  });

  test.each([
    ["State", "to", "contact"],
    ["desk of one's own", "from", "sender"],
  ] as const)("without a %s says so", (_, field, step) => {
    const draft: { -readonly [K in keyof InquiryDraft]: InquiryDraft[K] } = createSampleDraft();
    delete draft[field];
    const error = [{ type: "missing", step, field }];
    expect(parseInquiryDraft(draft, sampleNow)).toEqual({ ok: false, error });
  });

  test("that has just been begun misses its parts in the order of the form", () => {
    const draft = createInquiryDraft({
      profile: emptyProfile,
      enrolments: [],
      zone: "America/Lima",
      language: "es",
    });
    const parsed = parseInquiryDraft(draft, sampleNow);
    const fields = parsed.ok ? [] : parsed.error.map(({ field }) => field);
    const names = inquiryForm.map(({ name }) => name);
    expect(fields).toEqual(names.filter((name) => fields.includes(name)));
    expect(fields).toHaveLength(12);
  });

  test("that is too long says by how many bytes, counted as they go", () => {
    const text = "ñ".repeat(inquiryMaxBytes / 2);
    const missing = missingOf({ nature: { text, language: "es" } });
    expect(missing).toEqual([
      { type: "inquiryTooLong", step: "incident", field: "nature", overBytes: expect.any(Number) },
    ]);
    const over = missing[0]?.type === "inquiryTooLong" ? missing[0].overBytes : 0;
    const shorter = text.slice(Math.ceil(over / 2));
    expect(missingOf({ nature: { text: shorter, language: "es" } })).toEqual([]);
    expect(missingOf({ nature: { text: `${shorter}ñ`, language: "es" } })).toHaveLength(1);
  });
});

test("whatever passes reads back through the schema that the other side uses", () => {
  const severities: InquiryDraft["severity"][] = [
    { type: "none" },
    { type: "known", scale: "us-ncirp", level: "0" },
    { type: "named", scale: "x".repeat(120), level: "3", worst: "5" },
  ];
  for (const severity of severities) {
    const parsed = parseInquiryDraft(createSampleDraft({ severity }), sampleNow);
    expect(parsed.ok).toBe(true);
    if (parsed.ok)
      expect(v.is(InquiryContent, JSON.parse(JSON.stringify(parsed.value)))).toBe(true);
  }
});
