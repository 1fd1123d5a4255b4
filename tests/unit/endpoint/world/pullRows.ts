import * as v from "valibot";
import { FeedAnswer, type FeedRow } from "#protocol/messages.ts";
import { type Bearer, pull, type Target } from "./protocolCalls.ts";

/** The first page of a desk's feed, parsed. */
const pullRows = async (
  target: Target,
  device: Bearer,
  desk: string,
): Promise<readonly FeedRow[]> =>
  v.parse(FeedAnswer, await (await pull(target, device, desk)).json()).rows;

export const pullEnvelopes = async (target: Target, device: Bearer, desk: string) =>
  (await pullRows(target, device, desk)).flatMap((row) => (row.type === "envelope" ? [row] : []));

export const pullNotices = async (target: Target, device: Bearer, desk: string) =>
  (await pullRows(target, device, desk)).flatMap((row) => (row.type === "envelope" ? [] : [row]));
