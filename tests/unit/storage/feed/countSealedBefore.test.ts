import "fake-indexeddb/auto";
import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { DeskId } from "#domain/desk.ts";
import type { EnvelopeId, EnvelopeKind } from "#domain/envelope/envelope.ts";
import type { ArrivalProblem } from "#domain/thread/thread.ts";
import type { ArrivedEnvelope } from "#storage/feed/arrived.ts";
import { countSealedBefore, listSealedBefore } from "#storage/feed/arrivedCounts.ts";
import { openTestDatabase } from "#tests/world/rows.ts";
import { createReceipt } from "#tests/world/thread.ts";

const [chile, peru] = ["CL/policy" as DeskId, "PE/policy" as DeskId];

const arrived = (
  position: number,
  desk: DeskId,
  problem: ArrivalProblem["type"] | null,
  kind: EnvelopeKind = "inquiry",
): ArrivedEnvelope => {
  const envelopeId = randomUUID() as EnvelopeId;
  const state = problem ? "problem" : "sealed";
  return {
    desk,
    position,
    state,
    envelopeId,
    thread: null,
    kind,
    bytes: `bytes ${position}`,
    receipt: createReceipt(envelopeId, position),
    problem: problem && { type: problem },
  };
};

test("what a desk's recovery sheet may open is its own, with its bytes; letters are counted", async () => {
  const { database } = await openTestDatabase("closed");
  await database.arrived.bulkPut([
    arrived(1, chile, "notSealedToUs"),
    arrived(2, chile, "sealBroken"),
    arrived(3, chile, "notSealedToUs", "note"),
    arrived(4, chile, "notSealedToUs", "handover"),
    arrived(5, chile, null),
    arrived(6, chile, "notSealedToUs", "answer"),
    arrived(1, peru, "notSealedToUs"),
  ]);
  const closed = await listSealedBefore(database, chile);
  expect(closed.map(({ bytes }) => bytes)).toEqual(["bytes 1", "bytes 3", "bytes 4", "bytes 6"]);
  expect(await countSealedBefore(database, chile)).toBe(2);
  expect(await countSealedBefore(database, peru)).toBe(1);
  database.close();
});
