import { randomBytes, randomUUID } from "node:crypto";
import * as v from "valibot";
import { Sheet } from "#domain/trust/registry.ts";

/** An envelope from Chile to Jamaica that looks sealed, with any member changed. */
export const createEnvelope = (change: Readonly<Record<string, unknown>> = {}) => {
  const id = randomUUID();
  return {
    id,
    thread: id,
    kind: "inquiry",
    from: { state: "CL", desk: "policy" },
    to: { state: "JM", desk: "policy" },
    urgency: "day",
    sealedTo: [randomUUID()],
    body: createSealedBody(),
    ...change,
  };
};

export type TestEnvelope = ReturnType<typeof createEnvelope>;

/** As an age file begins, and then nothing that anybody could open; `marks` can be looked for. */
export const createSealedBody = (sizeBytes = 600): string =>
  Buffer.concat([Buffer.from("age-encryption.org/v1\n"), randomBytes(sizeBytes - 22)]).toString(
    "base64",
  );

/** What a device of Chile's policy desk may say of its recovery sheet; any member can be changed. */
export const createSheet = (change: Partial<Record<keyof Sheet, unknown>> = {}): Sheet =>
  v.parse(Sheet, {
    schema: "sheet/1",
    id: randomUUID(),
    desk: { state: "CL", desk: "policy" },
    sealingKey: `age1pq1${"q".repeat(1950)}`,
    replaces: [],
    device: randomUUID(),
    madeAt: "2026-11-22T04:00:00.000Z",
    ...change,
  });
