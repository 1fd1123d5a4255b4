import { randomUUID } from "node:crypto";
import * as v from "valibot";
import { Sheet } from "#domain/trust/registry.ts";

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
