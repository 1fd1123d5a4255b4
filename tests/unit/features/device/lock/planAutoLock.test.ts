import { describe, expect, test } from "vitest";
import { type Attention, callGraceMs, planAutoLock } from "#features/device/lock/planAutoLock.ts";

const minuteMs = 60_000;
const startMs = Date.parse("2026-11-22T15:00:00.000Z");
const choices = { idleMinutes: 5, backgroundMinutes: 1 } as const;
const fresh: Attention = { activeAtMs: startMs, seenAtMs: startMs, calledAtMs: null };

/** What is left after `afterMs` in which this was the last that was noted. */
const leftMs = (attention: Partial<Attention>, afterMs: number, isInSight: boolean): number =>
  planAutoLock({ ...fresh, ...attention }, choices, { nowMs: startMs + afterMs, isInSight });

describe("in sight", () => {
  const seenUntil = (afterMs: number) => ({ seenAtMs: startMs + afterMs });

  test("it stays open until nobody has touched it for the chosen minutes", () => {
    expect(leftMs(seenUntil(4 * minuteMs), 4 * minuteMs, true)).toBe(minuteMs);
    expect(leftMs(seenUntil(5 * minuteMs), 5 * minuteMs, true)).toBe(0);
  });

  test("a window that slept for longer than the background allows locks when it wakes", () => {
    expect(leftMs({}, minuteMs, true)).toBe(0);
  });
});

describe("out of sight", () => {
  test("it locks after the minutes of the background, however new the last touch", () => {
    expect(leftMs({}, 59_000, false)).toBe(1_000);
    expect(leftMs({ activeAtMs: startMs + 30_000 }, minuteMs, false)).toBe(0);
  });

  test("another window that is in sight keeps it open", () => {
    expect(leftMs({ seenAtMs: startMs + 10 * minuteMs }, 10.5 * minuteMs, false)).toBe(30_000);
  });
});

describe("a call that was started from Enlace", () => {
  const called = { calledAtMs: startMs };

  test.each([true, false])("holds it open for 30 minutes, in sight: %s", (isInSight) => {
    expect(leftMs(called, 29 * minuteMs, isInSight)).toBe(minuteMs);
    expect(leftMs(called, callGraceMs, isInSight)).toBe(0);
  });

  test("counts from when it was made, not from the last touch", () => {
    const later = { ...called, activeAtMs: startMs + 40 * minuteMs };
    expect(leftMs({ ...later, seenAtMs: startMs + 40 * minuteMs }, 41 * minuteMs, false)).toBe(0);
  });

  test("in the future of a clock that was set back since, holds nothing open", () => {
    expect(leftMs({ calledAtMs: startMs + 60 * minuteMs }, minuteMs, false)).toBe(0);
  });
});

describe("a clock that is set", () => {
  test("back by more than a minute locks at once", () => {
    expect(leftMs({}, -61_000, true)).toBe(0);
  });

  test("back by a little, as networks do, locks nothing", () => {
    expect(leftMs({}, -5_000, true)).toBeGreaterThan(0);
  });

  test("forward by years locks at once", () => {
    expect(leftMs({}, 2 * 365 * 24 * 60 * minuteMs, true)).toBe(0);
  });
});
