import { DatabaseSync } from "node:sqlite";

type Database = { readonly databasePath: string };

/** How many rows a desk's feed holds, by another connection's eyes. */
export const countRows = ({ databasePath }: Database, desk: string): number => {
  const database = new DatabaseSync(databasePath, { readOnly: true });
  const row = database.prepare("SELECT count(*) AS rows FROM feeds WHERE desk = ?").get(desk);
  database.close();
  return Number(row?.["rows"]);
};

/** All that is kept, to see that nothing of it has changed. */
export const readDatabase = ({ databasePath }: Database): Record<string, unknown> => {
  const database = new DatabaseSync(databasePath, { readOnly: true });
  const names = database
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .all()
    .map((row) => String(row["name"]));
  const rows = names.map(
    (name) => [name, database.prepare(`SELECT * FROM ${name}`).all()] as const,
  );
  database.close();
  return Object.fromEntries(rows);
};
