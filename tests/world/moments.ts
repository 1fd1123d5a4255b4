import * as v from "valibot";
import { Day, Instant, instantToMs } from "#domain/instant.ts";

export const day = (text: string): Day => v.parse(Day, text);

export const instant = (text: string): Instant => v.parse(Instant, text);

/** When the tests happen, unless one of them says otherwise. */
export const sampleNow = instant("2026-11-22T15:00:00.000Z");

/** The same moment, at which the clocks of test devices start. */
export const startedAtMs = instantToMs(sampleNow);
