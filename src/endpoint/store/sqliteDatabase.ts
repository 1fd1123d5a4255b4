import { randomUUID } from "node:crypto";
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import * as v from "valibot";
import { Epoch } from "#domain/envelope/receipt.ts";
import { migrate } from "./sqliteSchema.ts";

export type OpenedDatabase = {
  readonly database: DatabaseSync;
  readonly epoch: Epoch;
  /** The file was a backup: it has a new epoch now. */
  readonly restored: boolean;
};

/** How long a writer waits for another process, such as `invite` beside the server. */
const busyTimeoutMs = 5_000;

/**
 * Opens or makes a database in the newest shape (`:memory:` for one that is gone when closed).
 * Throws when the file can't be read, written, or is of a newer Enlace; it is then unchanged.
 */
export const openDatabase = (path: string): OpenedDatabase => {
  // What other people of this computer may not read lies in a folder of our own.
  if (path !== ":memory:") mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const database = new DatabaseSync(path, { timeout: busyTimeoutMs });
  try {
    // FULL: what was answered with 201 outlives a loss of power, not only of the process.
    database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
    database.exec("BEGIN IMMEDIATE");
    migrate(database);
    const prepared = prepareEpoch(database);
    database.exec("COMMIT");
    return { database, ...prepared };
  } catch (error) {
    database.close();
    throw error;
  }
};

/** S12: devices must notice that what they were told is held may be gone from here. */
const prepareEpoch = (database: DatabaseSync): { epoch: Epoch; restored: boolean } => {
  const held = findMeta(database, "epoch");
  const restored = findMeta(database, "backup") !== undefined;
  if (held !== undefined && !restored) return { epoch: v.parse(Epoch, held), restored };
  const epoch = v.parse(Epoch, randomUUID());
  saveMeta(database, "epoch", epoch);
  if (restored) {
    saveMeta(database, "restoredFrom", held ?? "unknown");
    saveMeta(database, "restoredAt", new Date().toISOString());
    database.exec("DELETE FROM meta WHERE key = 'backup'");
  }
  return { epoch, restored };
};

const findMeta = (database: DatabaseSync, key: string): string | undefined => {
  const value = database.prepare("SELECT value FROM meta WHERE key = ?").get(key)?.["value"];
  return typeof value === "string" ? value : undefined;
};

const saveMeta = (database: DatabaseSync, key: string, value: string): void => {
  database.prepare("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)").run(key, value);
};
