import { describe, expect, it } from "vitest";
import type { WorkingHours } from "#domain/directory/contact.ts";
import { officeHours } from "#domain/directory/officeHours.ts";
import { instant } from "#tests/world/moments.ts";

const weekly = (...spans: [number[], string, string][]): WorkingHours => ({
  type: "weekly",
  spans: spans.map(([weekdays, from, to]) => ({ weekdays, from, to })) as never,
});
const office = weekly([[1, 2, 3, 4, 5], "08:30", "12:30"], [[1, 2, 3, 4, 5], "14:00", "17:30"]);

const inLaPaz = (text: string) => officeHours(office, "America/La_Paz", instant(text));

describe("an office's hours", () => {
  it("are open within a span, and name the end of it and the wall clock there", () => {
    // Friday 20 November 2026, 10:00 in La Paz.
    expect(officeHours(office, "America/La_Paz", instant("2026-11-20T14:00:00.000Z"))).toEqual({
      type: "open",
      local: { day: "2026-11-20", weekday: 5, time: "10:00" },
      closesAt: "2026-11-20T16:30:00.000Z",
    });
  });

  it("are open at the first minute and closed at the last", () => {
    expect(inLaPaz("2026-11-20T12:30:00.000Z").type).toBe("open");
    expect(inLaPaz("2026-11-20T12:29:59.999Z").type).toBe("closed");
    expect(inLaPaz("2026-11-20T16:30:00.000Z")).toMatchObject({
      type: "closed",
      opensAt: "2026-11-20T18:00:00.000Z",
    });
  });

  it("open again on Monday when it is Friday evening", () => {
    expect(
      officeHours(office, "America/La_Paz", instant("2026-11-20T22:00:00.000Z")),
    ).toMatchObject({ type: "closed", opensAt: "2026-11-23T12:30:00.000Z" });
  });

  it("take the weekday from the office's own clock, not from UTC", () => {
    // Friday 23:00 in Mexico City is Saturday in UTC.
    const fridayNight = weekly([[5], "22:00", "24:00"]);
    expect(
      officeHours(fridayNight, "America/Mexico_City", instant("2026-11-21T05:00:00.000Z")),
    ).toMatchObject({ type: "open", closesAt: "2026-11-21T06:00:00.000Z" });
  });

  it("join spans that touch at midnight into one night shift", () => {
    const night = weekly([[1], "18:00", "24:00"], [[2], "00:00", "06:00"]);
    expect(officeHours(night, "America/Bogota", instant("2026-11-24T04:00:00.000Z"))).toMatchObject(
      { type: "open", closesAt: "2026-11-24T11:00:00.000Z" },
    );
  });

  it("name no end when every hour of the week is covered", () => {
    const whole = weekly([[1, 2, 3, 4, 5, 6, 7], "00:00", "24:00"]);
    expect(officeHours(whole, "America/Lima", instant("2026-11-22T04:00:00.000Z"))).toEqual({
      type: "open",
      local: { day: "2026-11-21", weekday: 6, time: "23:00" },
    });
  });

  it("find a weekly hour that has just ended a week ahead", () => {
    const rare = weekly([[2], "09:00", "10:00"]);
    expect(officeHours(rare, "America/Lima", instant("2026-11-24T15:00:00.000Z"))).toMatchObject({
      type: "closed",
      opensAt: "2026-12-01T14:00:00.000Z",
    });
  });

  it("are always open, or not known, with the wall clock all the same", () => {
    const now = instant("2026-11-22T15:30:00.000Z");
    const local = { day: "2026-11-22", weekday: 7, time: "12:30" };
    expect(officeHours({ type: "always" }, "America/Santiago", now)).toEqual({
      type: "always",
      local,
    });
    expect(officeHours({ type: "unknown" }, "America/Santiago", now)).toEqual({
      type: "hoursUnknown",
      local,
    });
  });

  it("are not guessed in a zone that the device does not know", () => {
    expect(
      officeHours({ type: "always" }, "America/Atlantis", instant("2026-11-22T15:30:00.000Z")),
    ).toEqual({ type: "zoneUnknown" });
  });

  it("hold in a zone that is half an hour off", () => {
    // St. John's is UTC-3:30 in winter.
    expect(
      officeHours(office, "America/St_Johns", instant("2026-11-20T11:59:00.000Z")),
    ).toMatchObject({ type: "closed", opensAt: "2026-11-20T12:00:00.000Z" });
  });
});

describe("an office's hours when clocks change", () => {
  const morning = weekly([[1, 2, 3, 4, 5, 6, 7], "08:00", "12:00"]);
  // The evening before, and the two mornings around it, by each zone's own rule.
  it.each([
    ["Chile, forward", "America/Santiago", "2026-09-05T11:59:00.000Z", "2026-09-05T12:00:00.000Z"],
    ["Chile, forward", "America/Santiago", "2026-09-05T20:00:00.000Z", "2026-09-06T11:00:00.000Z"],
    ["Chile, back", "America/Santiago", "2026-04-04T20:00:00.000Z", "2026-04-05T12:00:00.000Z"],
    ["Canada, back", "America/Toronto", "2026-10-31T20:00:00.000Z", "2026-11-01T13:00:00.000Z"],
    [
      "the United States, forward",
      "America/New_York",
      "2026-03-07T20:00:00.000Z",
      "2026-03-08T12:00:00.000Z",
    ],
    ["Cuba, forward", "America/Havana", "2026-03-07T20:00:00.000Z", "2026-03-08T12:00:00.000Z"],
    [
      "Haiti, back",
      "America/Port-au-Prince",
      "2026-10-31T20:00:00.000Z",
      "2026-11-01T13:00:00.000Z",
    ],
    [
      "the Bahamas, forward",
      "America/Nassau",
      "2026-03-07T20:00:00.000Z",
      "2026-03-08T12:00:00.000Z",
    ],
  ])("open at eight by the wall: %s", (_where, zone, now, opensAt) => {
    expect(officeHours(morning, zone, instant(now))).toMatchObject({ type: "closed", opensAt });
  });

  it("begin at the end of the gap when the opening minute is skipped", () => {
    // New York, 8 March 2026: 01:59 is followed by 03:00.
    const early = weekly([[7], "02:30", "05:00"]);
    expect(
      officeHours(early, "America/New_York", instant("2026-03-08T05:00:00.000Z")),
    ).toMatchObject({ type: "closed", opensAt: "2026-03-08T07:00:00.000Z" });
  });

  it("begin at one where midnight is skipped", () => {
    // Chile, 6 September 2026, and Cuba, 8 March 2026: 23:59 is followed by 01:00.
    const sunday = weekly([[7], "00:00", "06:00"]);
    expect(
      officeHours(sunday, "America/Santiago", instant("2026-09-06T02:00:00.000Z")),
    ).toMatchObject({ type: "closed", opensAt: "2026-09-06T04:00:00.000Z" });
    expect(
      officeHours(sunday, "America/Havana", instant("2026-03-08T03:00:00.000Z")),
    ).toMatchObject({ type: "closed", opensAt: "2026-03-08T05:00:00.000Z" });
  });

  it("pass over a span that falls wholly into the gap", () => {
    const gap = weekly([[7], "02:10", "02:50"]);
    expect(officeHours(gap, "America/New_York", instant("2026-03-08T05:00:00.000Z"))).toMatchObject(
      { type: "closed", opensAt: "2026-03-15T06:10:00.000Z" },
    );
  });

  it("begin at the first of two when the opening minute comes twice", () => {
    const early = weekly([[7], "01:30", "05:00"]);
    expect(
      officeHours(early, "America/New_York", instant("2026-11-01T04:00:00.000Z")),
    ).toMatchObject({ type: "closed", opensAt: "2026-11-01T05:30:00.000Z" });
  });

  it("last an hour longer in the night that has one more", () => {
    // New York, 1 November 2026: from midnight to six are seven hours.
    const night = weekly([[7], "00:00", "06:00"]);
    expect(
      officeHours(night, "America/New_York", instant("2026-11-01T06:30:00.000Z")),
    ).toMatchObject({ type: "open", closesAt: "2026-11-01T11:00:00.000Z" });
    expect(
      officeHours(night, "America/New_York", instant("2026-11-01T03:30:00.000Z")),
    ).toMatchObject({ type: "closed", opensAt: "2026-11-01T04:00:00.000Z" });
  });
});
