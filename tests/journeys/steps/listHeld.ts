import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import * as v from "valibot";
import { Digest, Envelope } from "#domain/envelope/envelope.ts";
import { digestToReceiptNumber } from "#domain/envelope/receipt.ts";
import { until } from "#tests/engines/until.ts";
import type { EndpointProcess } from "./startEndpoint.ts";

/** An envelope as the endpoint holds it: by the database's own row, not by what it answers. */
export type HeldEnvelope = {
  readonly id: string;
  readonly kind: Envelope["kind"];
  readonly from: string;
  /** The receipt's number, as both sides see it. */
  readonly number: string;
  readonly bytes: string;
};

/** In the order in which they came; what stays within a desk is left out. */
export const listHeld = (endpoint: EndpointProcess): readonly HeldEnvelope[] =>
  listAllHeld(endpoint).filter(({ kind }) => kind !== "note" && kind !== "handover");

export const listAllHeld = (endpoint: EndpointProcess): readonly HeldEnvelope[] =>
  readRows(endpoint, "SELECT * FROM envelopes ORDER BY heldAt, rowid").map((row) => ({
    id: String(row["id"]),
    kind: v.parse(Envelope, JSON.parse(String(row["text"]))).kind,
    from: String(row["fromDesk"]),
    number: digestToReceiptNumber(v.parse(Digest, row["digest"])),
    bytes: String(row["text"]),
  }));

/** Waits until the endpoint holds so many letters between desks. */
export const untilHeld = (endpoint: EndpointProcess, count: number): Promise<boolean> =>
  until(`${count} letters held`, () => listHeld(endpoint).length >= count);

/** The number of the newest envelope of a kind. */
export const findNumber = (endpoint: EndpointProcess, kind: HeldEnvelope["kind"]): string => {
  const number = listHeld(endpoint).findLast((held) => held.kind === kind)?.number;
  if (number === undefined) throw new Error(`the endpoint holds no ${kind}`);
  return number;
};

/** How often the endpoint has told a desk that something was fetched, or can't be any more. */
export const countNotices = (
  endpoint: EndpointProcess,
  desk: string,
  type: "delivered" | "recipientsGone",
): number =>
  readRows(endpoint, "SELECT desk, type FROM feeds").filter(
    (row) => row["desk"] === desk && row["type"] === type,
  ).length;

const readRows = ({ folder }: EndpointProcess, sql: string) => {
  const database = new DatabaseSync(join(folder, "enlace.sqlite"), {
    readOnly: true,
    timeout: 5_000,
  });
  const rows = database.prepare(sql).all();
  database.close();
  return rows;
};
