import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { DeskId } from "#domain/desk.ts";
import type { EnvelopeId, ThreadId } from "#domain/envelope/envelope.ts";
import type { OutboxEntry, OutboxState } from "#domain/envelope/outboxEntry.ts";
import { msToInstant } from "#domain/instant.ts";
import { planBackoff, planNextPush, planPush } from "#sync/push/planPush.ts";

const nowMs = Date.parse("2026-11-22T15:00:00.000Z");

const createEntry = (thread: string, sequence: number, state: OutboxState): OutboxEntry => ({
  envelopeId: randomUUID() as EnvelopeId,
  thread: thread as ThreadId,
  kind: "inquiry",
  from: "UY/policy" as DeskId,
  to: "CL/policy" as DeskId,
  sealedTo: [],
  sequence,
  bytes: "{}",
  digests: [],
  queuedAt: msToInstant(nowMs),
  state,
});

const waitingUntil = (dueAtMs: number): OutboxState => ({
  type: "waiting",
  tries: 1,
  lastTriedAt: msToInstant(nowMs),
  dueAt: msToInstant(dueAtMs),
  failure: { type: "notReached" },
});

const queued: OutboxState = { type: "queued" };

test("[S6] of one thread only the first is planned, whatever the order they come in", () => {
  const first = createEntry("a", 1, queued);
  const second = createEntry("a", 2, queued);
  expect(planPush([second, first], nowMs)).toEqual([first]);
});

test("[S6] a waiting first holds up its thread and no other", () => {
  const waiting = createEntry("a", 1, waitingUntil(nowMs + 1000));
  const behind = createEntry("a", 2, queued);
  const other = createEntry("b", 3, queued);
  expect(planPush([waiting, behind, other], nowMs)).toEqual([other]);
});

test("[S6] an entry that needs attention holds up what follows it in its thread", () => {
  const refusal = { type: "forbidden", httpStatus: 403 };
  const refused = createEntry("a", 1, {
    type: "needsAttention",
    since: msToInstant(nowMs),
    tries: 1,
    refusal,
  });
  expect(planPush([refused, createEntry("a", 2, queued)], nowMs)).toEqual([]);
});

test("[S4] what waits is planned from its due time on", () => {
  const entry = createEntry("a", 1, waitingUntil(nowMs + 1000));
  expect(planPush([entry], nowMs + 999)).toEqual([]);
  expect(planPush([entry], nowMs + 1000)).toEqual([entry]);
});

test("[S9] the next push is when the first is due; what needs a person is never due by itself", () => {
  const paused = createEntry("p", 1, { type: "paused", since: msToInstant(nowMs), tries: 1 });
  expect(planNextPush([], nowMs)).toBeNull();
  expect(planNextPush([paused], nowMs)).toBeNull();
  const soon = createEntry("a", 2, waitingUntil(nowMs + 5000));
  const later = createEntry("b", 3, waitingUntil(nowMs + 9000));
  expect(planNextPush([paused, later, soon], nowMs)).toBe(5000);
});

test("[S4] delays double from 5 s to an hour, with half of each by chance", () => {
  expect([1, 2, 3].map((tries) => planBackoff(tries, 0.999999, null) / 1000)).toEqual([
    expect.closeTo(5, 3),
    expect.closeTo(10, 3),
    expect.closeTo(20, 3),
  ]);
  expect(planBackoff(1, 0, null)).toBe(2500);
  expect(planBackoff(10_000, 0.999999, null)).toBeLessThanOrEqual(3_600_000);
  expect(planBackoff(10_000, 0, null)).toBe(1_800_000);
});

test("[S4] Retry-After is respected, up to an hour", () => {
  expect(planBackoff(1, 0, 60_000)).toBe(60_000);
  expect(planBackoff(1, 0, 999_999_000)).toBe(3_600_000);
});
