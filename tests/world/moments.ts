import * as v from "valibot";
import { Day, Instant } from "#domain/instant.ts";

export const day = (text: string): Day => v.parse(Day, text);

export const instant = (text: string): Instant => v.parse(Instant, text);
