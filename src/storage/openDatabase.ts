import type { DexieOptions } from "dexie";
import type { Instant } from "#domain/instant.ts";
import { err, ok, type Result } from "#domain/result.ts";
import { EnlaceDatabase } from "./database.ts";
import { causeToStorageError, type StorageError } from "./storageError.ts";

export const databaseName = "enlace";

export type OpenDatabase = {
  readonly database: EnlaceDatabase;
  /** False where the browser gives no IndexedDB: then all is kept in memory, until it closes. */
  readonly lasting: boolean;
  /** Made at the first opening; another one at the next look means that the storage was cleared. */
  readonly installId: string;
};

export type OpenDatabaseOptions = {
  readonly name?: string;
  readonly now: Instant;
  readonly newId: () => string;
  /** What to keep everything in where there is no IndexedDB; without it, that is a failure. */
  readonly loadMemory?: () => Promise<DexieOptions>;
  /** Another tab with older code holds it open, and has not let go. */
  readonly onBlocked: () => void;
  /** Closed under us, or by a newer version elsewhere. */
  readonly onClosed: (error: StorageError) => void;
};

/** Opens what this device keeps, or says why not. */
export const openDatabase = async (
  options: OpenDatabaseOptions,
): Promise<Result<OpenDatabase, StorageError>> => {
  const lasting = hasIndexedDb();
  if (!lasting && !options.loadMemory) return err({ type: "storageMissing" });
  const dexieOptions = lasting ? {} : await options.loadMemory?.();
  const database = new EnlaceDatabase(options.name ?? databaseName, dexieOptions);
  database.on("blocked", options.onBlocked);
  database.on("versionchange", () => {
    database.close({ disableAutoOpen: true });
    options.onClosed({ type: "storageOutdated" });
  });
  database.on("close", () => options.onClosed({ type: "storageClosed" }));
  try {
    await database.open();
    return ok({ database, lasting, installId: await findOrSaveInstallId(database, options) });
  } catch (cause) {
    return err(causeToStorageError(cause));
  }
};

/** The id of this installation, made if there is none. */
export const findOrSaveInstallId = (
  database: EnlaceDatabase,
  { now, newId }: Pick<OpenDatabaseOptions, "now" | "newId">,
): Promise<string> =>
  database.transaction("rw", database.singles, async () => {
    const found = await database.singles.get("install");
    if (found?.key === "install") return found.id;
    const id = newId();
    await database.singles.put({ key: "install", id, since: now });
    return id;
  });

/** In iOS Lockdown Mode the name is not even defined; in some private windows, touching it throws. */
const hasIndexedDb = (): boolean => {
  try {
    return typeof indexedDB !== "undefined" && indexedDB !== null;
  } catch {
    return false;
  }
};
