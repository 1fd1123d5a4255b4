import { describe, expect, test } from "vitest";
import { deskToId } from "#domain/desk.ts";
import { emptyProfile } from "#domain/device/profile.ts";
import type { EnvelopeId } from "#domain/envelope/envelope.ts";
import type { InquiryRecord } from "#domain/inquiry/inquiryRecord.ts";
import { type Language, languages } from "#domain/language.ts";
import type { PublicKey } from "#domain/trust/signedFile.ts";
import type { ExportContents } from "#features/device/export/collectExport.ts";
import { exportToText } from "#features/device/export/exportToText.ts";
import {
  createReplyRecord,
  createSampleContent,
  createSampleDraft,
  createSampleRecord,
} from "#tests/world/letters.ts";
import { sampleNow } from "#tests/world/moments.ts";
import { createTexts } from "#tests/world/texts.ts";
import {
  asked,
  asker,
  contents,
  deviceId,
  fromAsked,
  fromAsker,
  inquiryLetter,
  keepLetter,
  minute,
  stranger,
  thread,
} from "#tests/world/thread.ts";

const speakers = {
  en: await createTexts("en"),
  es: await createTexts("es"),
  fr: await createTexts("fr"),
  pt: await createTexts("pt"),
};

const enrolment: ExportContents["enrolments"][number] = {
  device: deviceId(1),
  desk: asker,
  role: "desk",
  enrolledAt: sampleNow,
  invitationKey: "A".repeat(43) as PublicKey,
};

const empty: ExportContents = {
  format: "enlace-export/2",
  exportedAt: sampleNow,
  profile: emptyProfile,
  drafts: [],
  replies: [],
  inquiries: [],
  threads: [],
  outbox: [],
  sent: [],
  unopened: [],
  unreadable: [],
  enrolments: [],
  reading: null,
  held: { packs: [], editionNumber: null },
};

const write = (kept: Partial<ExportContents>, language: Language = "en"): string =>
  exportToText(speakers[language], { ...empty, ...kept });

const sentId = inquiryLetter.letter.id;

/** As it is kept once it was sent; `content` says what went. */
const createQueued = (changes: Partial<InquiryRecord> = {}): InquiryRecord => ({
  ...createSampleRecord(),
  progress: {
    type: "queued",
    envelopeId: sentId,
    content: createSampleContent({ writtenAt: minute(-5) }),
    queuedAt: minute(0),
  },
  ...changes,
});

describe.each(languages)("what a person reads of an export in %s", (language) => {
  const { acknowledgement, answer, closing, note, update, withdrawal } = contents;

  test("says everything that is kept, with no gap, key or placeholder in it", () => {
    const letters = [
      inquiryLetter,
      fromAsked(2, acknowledgement({ estimatedBy: minute(90), askedBack: ["contact"] })),
      fromAsked(3, answer()),
      fromAsker(4, update()),
      fromAsker(5, withdrawal(1)),
      fromAsked(6, closing()),
      keepLetter({ number: 7, from: asked, content: note() }),
    ];
    const text = write(
      {
        profile: { ...emptyProfile, name: "María Ferreira", replyEmail: "m@x.example" },
        enrolments: [enrolment],
        drafts: [createSampleRecord()],
        replies: [createReplyRecord(thread)],
        inquiries: [createQueued()],
        threads: [{ id: thread, desk: deskToId(asked), letters }],
        unreadable: [{ type: "rowUnreadable", kind: "draft", id: "1" }],
      },
      language,
    );
    expect(text).not.toMatch(
      /\{\{|\}\}|undefined|null|\b[\w-]+\.[\w-]+\.(label|message|title|hint)\b/,
    );
    expect(text).toContain("María Ferreira");
    expect(text).toContain("m@x.example");
    for (const { receipt } of letters) expect(text).toContain(receipt?.number);
    const t = speakers[language].getFixedT(language, "sentences");
    for (const { letter } of letters)
      expect(text).toContain(`${t(`letter.${letter.kind}.title`)} · `);
    expect(text).toContain(t("reason.resolved.label"));
    expect(text).toContain(t("askedBack.contact.label"));
    // Notepad of older Windows knows no other end of a line.
    expect(text).not.toMatch(/(?<!\r)\n/);
  });
});

describe("what a person reads of an export", () => {
  test("has the words of a draft as typed, also an address that is not whole yet", () => {
    const draft = createSampleDraft({ replyEmail: "guardia@", replyPhone: "123" });
    const text = write({ drafts: [{ ...createSampleRecord(), draft }] });
    expect(text).toContain("Draft, not sent");
    expect(text).toContain("E-mail for replies: guardia@");
    expect(text).toContain("Telephone for replies: 123");
    expect(text).toContain(draft.nature.text);
    expect(write({ drafts: [createSampleRecord()] })).not.toContain("E-mail for replies");
  });

  test("has the calls about an inquiry, with their notes", () => {
    const at = minute(3);
    const calls = [{ id: "1", at, phone: "+5622222", outcome: "reached", note: "Spoke to J." }];
    const text = write({ inquiries: [createQueued({ calls: calls as InquiryRecord["calls"] })] });
    expect(text).toMatch(/Call: .* · \+5622222 · Spoke to J\./);
  });

  test("says of an inquiry whether it waits, is held, or was taken back", () => {
    const { receipt } = inquiryLetter;
    const record = createQueued();
    expect(write({ inquiries: [record] })).toContain("Waiting to be sent since");
    const sent = [{ envelopeId: sentId, receipt } as ExportContents["sent"][number]];
    const held = write({ inquiries: [record], sent });
    expect(held).toContain(`Receipt: ${receipt?.number}, held by the endpoint since`);
    expect(held).not.toContain("Waiting to be sent since");
    const { progress } = record;
    if (progress.type !== "queued") throw new Error("it is queued");
    const takenBack = { withdrawnAt: minute(4), withdrawalId: "w" as EnvelopeId };
    const withdrawn = {
      ...record,
      progress: { ...progress, ...takenBack, type: "withdrawn" } as const,
    };
    expect(write({ inquiries: [withdrawn] })).toContain("Taken back on");
  });

  test("dates an inquiry that went by what went, not by a later note on it", () => {
    const written = "Written: 21 November 2026";
    const content = createSampleContent({
      writtenAt: "2026-11-21T09:00:00.000Z" as typeof sampleNow,
    });
    const queued = createQueued();
    const progress = { ...queued.progress, content } as InquiryRecord["progress"];
    expect(write({ inquiries: [{ ...queued, progress }] })).toContain(written);
  });

  test("leaves out no letter: nor a stranger's, nor one that is not held, nor a desk's own note", () => {
    const letters = [
      inquiryLetter,
      keepLetter({ number: 2, from: stranger, to: asked, content: contents.answer() }),
      keepLetter({ number: 3, from: asked, content: contents.update(), held: null }),
      keepLetter({ number: 4, from: asked, content: contents.note() }),
    ];
    const text = write({ threads: [{ id: thread, desk: deskToId(asked), letters }] });
    expect(text).toContain("From: Peru, policy point of contact (CBM #2)");
    expect(text).toContain("Receipt: none yet: the endpoint is not known to hold it");
    expect(text).toMatch(
      /Note within the desk · .*\r\nReceipt: .*\r\nFrom: Chile, .*\r\nTo: Chile, /,
    );
  });
});
