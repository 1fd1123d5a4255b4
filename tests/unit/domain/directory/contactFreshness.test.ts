import { describe, expect, it } from "vitest";
import { contactFreshness, isReliable } from "#domain/directory/contact.ts";
import { buildContact } from "#tests/world/contact.ts";
import { day } from "#tests/world/moments.ts";

const contact = buildContact({ confirmedOn: "2026-09-01", expiresOn: "2027-08-31" });
const unconfirmed = buildContact({ confirmedBy: undefined, confirmedOn: undefined });

describe("a contact's freshness", () => {
  it("is fresh until 31 days before its last day", () => {
    expect(contactFreshness(contact, day("2027-07-31"))).toEqual({
      type: "fresh",
      confirmedOn: "2026-09-01",
      expiresOn: "2027-08-31",
    });
  });

  it("expires soon from 30 days before, its last day included", () => {
    expect(contactFreshness(contact, day("2027-08-01"))).toMatchObject({
      type: "expiresSoon",
      daysLeft: 30,
    });
    expect(contactFreshness(contact, day("2027-08-31"))).toMatchObject({
      type: "expiresSoon",
      daysLeft: 0,
    });
  });

  it("is expired on the day after", () => {
    expect(contactFreshness(contact, day("2027-09-01"))).toEqual({
      type: "expired",
      expiredOn: "2027-08-31",
    });
  });

  it("is unconfirmed where its State has confirmed nothing, and expires all the same", () => {
    expect(contactFreshness(unconfirmed, day("2026-11-22"))).toEqual({
      type: "unconfirmed",
      expiresOn: "2027-08-31",
    });
    expect(contactFreshness(unconfirmed, day("2027-09-01")).type).toBe("expired");
  });

  it("is relied upon only when confirmed and not expired", () => {
    expect(isReliable(contact, day("2027-08-31"))).toBe(true);
    expect(isReliable(contact, day("2027-09-01"))).toBe(false);
    expect(isReliable(unconfirmed, day("2026-11-22"))).toBe(false);
  });
});

describe("a contact", () => {
  it("is refused when it is said who confirmed it but not when", () => {
    expect(() => buildContact({ confirmedOn: undefined })).toThrow();
    expect(() => buildContact({ confirmedBy: undefined })).toThrow();
  });
});
