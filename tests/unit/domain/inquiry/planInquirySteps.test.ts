import { describe, expect, test } from "vitest";
import { type Enrolment, emptyProfile } from "#domain/device/profile.ts";
import type { StateEntry } from "#domain/directory/edition.ts";
import type { DeviceId } from "#domain/envelope/envelope.ts";
import { createInquiryDraft } from "#domain/inquiry/inquiryDraft.ts";
import { planInquirySteps } from "#domain/inquiry/parseInquiryDraft.ts";
import type { PublicKey } from "#domain/trust/signedFile.ts";
import { planReaderLanguage } from "#domain/wording/inquiryText.ts";
import { createSampleDraft } from "#tests/world/letters.ts";
import { sampleNow } from "#tests/world/moments.ts";

const start = {
  profile: emptyProfile,
  enrolments: [],
  zone: "America/Lima",
  language: "es",
} as const;

describe("the steps", () => {
  test("are all complete for a complete draft, and the invocation has nothing to fill in", () => {
    const states = planInquirySteps(createSampleDraft(), sampleNow).map(({ state }) => state);
    expect(states).toEqual(["complete", "complete", "fixed", "complete", "complete", "complete"]);
  });

  test("say each what is missing in it", () => {
    const plans = planInquirySteps(createInquiryDraft(start), sampleNow);
    expect(plans.map(({ step, missing }) => [step, missing.length])).toEqual([
      ["contact", 1],
      ["sender", 3],
      ["invocation", 0],
      ["incident", 4],
      ["request", 3],
      ["review", 1],
    ]);
  });
});

test("a new draft comes from the desk that this device may write for, before one it only reads", () => {
  const enrolmentOf = (state: string, role: Enrolment["role"]): Enrolment => ({
    device: "0b0c6f6e-56d2-4b3d-9f43-0d2b1b1c6b01" as DeviceId,
    token: "",
    role,
    desk: { state: state as StateEntry["state"], desk: "policy" },
    enrolledAt: sampleNow,
    invitationKey: "k".repeat(43) as PublicKey,
  });
  const enrolments = [enrolmentOf("BR", "reader"), enrolmentOf("UY", "desk")];
  expect(createInquiryDraft({ ...start, enrolments }).from?.state).toBe("UY");
  expect(createInquiryDraft({ ...start, enrolments: [] }).from).toBeUndefined();
});

describe("the other State reads in", () => {
  const entryWith = (languages: string[]) => ({ languages }) as unknown as StateEntry;
  test.each([
    ["its first language that Enlace speaks", ["ht", "fr"], "fr", "language"],
    ["the first of two", ["en", "fr"], "en", "language"],
    ["English where it has none of ours", [], "en", "noneOfOurs"],
  ] as const)("%s", (_, languages, language, reason) => {
    expect(planReaderLanguage(entryWith([...languages]))).toEqual({ language, reason });
  });

  test("English where the directory does not know it", () => {
    expect(planReaderLanguage(undefined)).toEqual({ language: "en", reason: "stateUnknown" });
  });
});
