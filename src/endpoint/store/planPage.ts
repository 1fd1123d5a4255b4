export type Page<Row> = { readonly rows: readonly Row[]; readonly more: boolean };

type PageLimits = {
  readonly limit: number;
  /** One row is always sent, however large. */
  readonly maxBytes: number;
};

/** The rows that fit a page, and whether there are more: the caller finds `limit + 1` to know. */
export const planPage = <Row>(
  found: readonly Row[],
  { limit, maxBytes }: PageLimits,
  countBytes: (row: Row) => number,
): Page<Row> => {
  const rows: Row[] = [];
  let sizeBytes = 0;
  for (const row of found.slice(0, limit)) {
    sizeBytes += countBytes(row);
    if (rows.length > 0 && sizeBytes > maxBytes) break;
    rows.push(row);
  }
  return { rows, more: rows.length < found.length };
};
