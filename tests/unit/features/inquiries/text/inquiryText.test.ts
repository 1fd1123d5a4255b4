import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { emptyProfile } from "#domain/device/profile.ts";
import { sharingMarks, type ThreadId, urgencies } from "#domain/envelope/envelope.ts";
import {
  type InquiryContent,
  incidentKinds,
  inquiryMaxBytes,
  requestedActions,
} from "#domain/inquiry/inquiry.ts";
import { createInquiryDraft, inquiryForm, type MissingPart } from "#domain/inquiry/inquiryDraft.ts";
import { contentToParts, draftToParts } from "#domain/inquiry/inquiryParts.ts";
import { type Language, languages } from "#domain/language.ts";
import { type MissingReplyPart, replyForm } from "#domain/letter/replyDraft.ts";
import { utf8Bytes } from "#domain/text.ts";
import { type InquiryText, inquiryTextToPlain } from "#domain/wording/inquiryText.ts";
import { inquiryToScript } from "#domain/wording/inquiryToScript.ts";
import { inquiryToText } from "#domain/wording/inquiryToText.ts";
import { mailtoMaxLength, planMailto } from "#domain/wording/planMailto.ts";
import { missingToMessage } from "#features/inquiries/fields/MissingList.tsx";
import { projectFolder } from "#tests/house/listFiles.ts";
import { createSampleContent } from "#tests/world/letters.ts";
import { sampleNow } from "#tests/world/moments.ts";
import { createTexts } from "#tests/world/texts.ts";
import { createSay } from "#words/say.ts";

const i18n = await createTexts();
const texts = (language: Language) => i18n.getFixedT(language, ["inquiries", "sentences"]);
const id = "70ab1c6e-56d2-4b3d-9f43-0d2b1b1c6b02" as ThreadId;

/** Everything that an inquiry may hold, and as much of it as goes. */
const createLongest = (): InquiryContent => {
  const content = createSampleContent({
    sender: { name: "Ñ".repeat(200), affiliation: "Ü".repeat(300) },
    kind: "fastflux",
    observed: {
      from: "2026-09-21T22:10",
      until: "2026-09-23T23:59",
      zone: "America/Argentina/ComodRivadavia",
    },
    mark: "TLP:AMBER+STRICT",
    severity: { type: "known", scale: "us-ncirp", level: 3 },
    asked: [...requestedActions],
    question: { text: "¿Qué se observó? ".repeat(50).trim(), language: "es" },
    replyTo: { email: `${"a".repeat(60)}@cancilleria.example`, phone: "+598290210101234" },
  });
  const room = inquiryMaxBytes - utf8Bytes(JSON.stringify(content));
  const more = "Línea con acentos y ñ.\n".repeat(Math.floor(room / 27));
  return { ...content, nature: { text: `${content.nature.text}\n${more}`.trim(), language: "es" } };
};
const longest = createLongest();

const textIn = (language: (typeof languages)[number], content = longest): InquiryText =>
  inquiryToText({ parts: contentToParts(content), id }, language, createSay(i18n, language));
const partsOf = (text: InquiryText) => text.sections.flatMap((section) => section.parts);

describe.each(languages)("an inquiry's text in %s", (language) => {
  const text = textIn(language);
  const plain = inquiryTextToPlain(text);

  test("says everything, with no gap, key or placeholder in it", () => {
    expect(plain).not.toMatch(/\{\{|\}\}|undefined|\b\w+\.[\w-]+\.(label|message|title|hint)\b/);
    expect(plain).not.toContain(texts(language)("sentences:text.notFilled.label"));
    expect(plain).toContain(longest.sender.name);
    expect(plain).toContain(longest.sender.affiliation);
    expect(plain).toContain(longest.nature.text);
    expect(plain).toContain(longest.question?.text);
    expect(plain).toContain(longest.replyTo.phone);
    expect(plain).toContain("AG/RES. 2925 (XLVIII-O/18)");
    expect(partsOf(text).filter((part) => part.type === "points")).toHaveLength(1);
  });

  test("bears its mark, untranslated, at the top and at the bottom", () => {
    const lines = plain.split("\n");
    expect([lines[0], lines.at(-1)]).toEqual(["TLP:AMBER+STRICT", "TLP:AMBER+STRICT"]);
  });

  test("gives the time on the sender's clock and in UTC", () => {
    expect(plain).toContain("America/Argentina/ComodRivadavia");
    expect(plain).toMatch(/22[:h]10.*01[:h]10.*UTC/);
  });

  test("never gives a severity without its scale and its direction", () => {
    const line = plain.split("\n").find((one) => one.includes("Severity Schema"));
    expect(line).toMatch(/3.*U\.S\. Cyber Incident Severity Schema.*5/);
  });

  test("leaves free text as written, and names its language", () => {
    const written = partsOf(text).filter((part) => part.type === "written");
    expect(written.map((part) => part.language)).toEqual(["es", "es"]);
    expect(written.every((part) => part.note.length > 0)).toBe(true);
  });

  test("says of the draft's words whether they are quoted or our translation", () => {
    const notes = partsOf(text).flatMap((part) => (part.type === "quote" ? [part.note] : []));
    const key =
      language === "en" ? "sentences:text.quoted.label" : "sentences:text.translated.label";
    expect(notes).toEqual([texts(language)(key), texts(language)(key)]);
  });

  test("uses the same fixed words as the guidance", () => {
    const url = `${projectFolder}public/content/${language}.json`;
    const pack = readFileSync(url, "utf8");
    const t = texts(language);
    const keys = [
      "sentences:text.noAccusation.message",
      "sentences:text.nationalSecurity.message",
      "replies.option1.message",
      "replies.option2.message",
      "engage.counterparts.message",
    ] as const;
    for (const key of keys) expect(pack).toContain(JSON.stringify(t(key)));
    expect(pack).toContain(t("sentences:text.invocation.message").replace(/\.$/, ""));
  });

  test("fits a mail program whole or with a rest that begins where it was cut", () => {
    const mail = {
      to: ["policy@enlace.cl.example"],
      subject: `[TLP:AMBER+STRICT] ${texts(language)("sentences:text.subject.message", { state: "Chile" })}`,
      body: plain,
      continued: texts(language)("sentences:text.continued.message"),
    };
    const { href, rest } = planMailto(mail);
    expect(href.length).toBeLessThanOrEqual(mailtoMaxLength);
    expect(plain.endsWith(rest ?? "none")).toBe(true);
    expect(href.length).toBeGreaterThan(mailtoMaxLength / 2);
  });

  test("has words for every value that can be chosen", () => {
    const said = [
      ...incidentKinds.map((kind) => createSampleContent({ kind })),
      ...sharingMarks.map((mark) => createSampleContent({ mark })),
      ...urgencies.map((urgency) => createSampleContent({ urgency })),
    ].map((content) => inquiryTextToPlain(textIn(language, content)));
    expect(new Set(said).size).toBe(said.length - 2);
    for (const one of said) expect(one).not.toMatch(/\b(kind|mark|urgency)\.\w+\./);
  });

  test("says what is not filled in yet", () => {
    const begun = { profile: emptyProfile, enrolments: [], zone: "America/Lima", language };
    const source = { parts: draftToParts(createInquiryDraft(begun), sampleNow), id };
    const draft = inquiryToText(source, language, createSay(i18n, language));
    const gaps = inquiryTextToPlain(draft).split(texts(language)("sentences:text.notFilled.label"));
    // To, from, name, affiliation, mark, kind, time, nature, what is asked, how soon, how to reply.
    expect(gaps).toHaveLength(12);
  });

  test("is said on the telephone in the procedure's order, with nothing of it on a voicemail", () => {
    const say = createSay(i18n, language);
    const script = inquiryToScript(contentToParts(longest), language, say);
    const [call, voicemail] = script.sections.map((section) => JSON.stringify(section));
    const t = texts(language);
    const order = [
      longest.sender.name,
      t("sentences:text.invocation.message"),
      t("sentences:text.notAnAccusationShort.message"),
      "TLP:AMBER+STRICT",
      t("sentences:kind.fastflux.label"),
      t("sentences:asked.confirm-receipt.label"),
      longest.replyTo.phone ?? "",
    ].map((words) => call?.indexOf(JSON.stringify(words).slice(1, -1)) ?? -1);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(order[0]).toBeGreaterThan(0);
    expect(voicemail).toContain("CBM #2");
    for (const hidden of [t("sentences:kind.fastflux.label"), "Línea con acentos", "TLP:"]) {
      expect(voicemail).not.toContain(hidden);
    }
  });

  test("says of every field what is wrong with it", () => {
    const parts: MissingPart[] = [
      ...inquiryForm
        .filter((field) => "isMissing" in field)
        .map(({ step, name }) => ({ type: "missing" as const, step, field: name })),
      { type: "tooLong", step: "sender", field: "senderName", maxLength: 200 },
      { type: "inquiryTooLong", step: "incident", field: "nature", overBytes: 1234 },
      { type: "invalidEmail", step: "request", field: "replyEmail" },
      { type: "invalidPhone", step: "request", field: "replyPhone" },
      { type: "invalidTime", step: "incident", field: "observedFrom" },
      { type: "invalidZone", step: "incident", field: "observedZone" },
      { type: "untilBeforeFrom", step: "incident", field: "observedUntil" },
      { type: "ownState", step: "contact", field: "to" },
    ];
    for (const part of parts) {
      expect(missingToMessage(texts(language), part, language)).not.toMatch(/^$|\{\{|\.error$/);
    }
  });

  test("says of every field of a reply what is wrong with it", () => {
    const parts: MissingReplyPart[] = [
      ...replyForm
        .filter((field) => "isMissing" in field)
        .map(({ name }) => ({ type: "missing" as const, field: name })),
      { type: "tooLong", field: "text", maxLength: 8000 },
      { type: "invalidEmail", field: "replyEmail" },
      { type: "invalidPhone", field: "replyPhone" },
      { type: "invalidTime", field: "estimateLocal" },
      { type: "invalidZone", field: "estimateZone" },
    ];
    for (const part of parts) {
      expect(missingToMessage(texts(language), part, language)).not.toMatch(/^$|\{\{|\.error$/);
    }
  });

  test("grades nobody and names no culprit", () => {
    const all = ["inquiries", "sentences", "words"]
      .map((name) => readFileSync(`${projectFolder}locales/${language}/${name}.json`, "utf8"))
      .join("");
    expect(all).not.toMatch(/\b(attack|ataque|attaque|hacker|pirat|culpr|culpab|coupab|perpetr)/i);
    expect(all).not.toMatch(/\b(responsib|responsab)/i);
  });
});
