import { Dexie, type DexieOptions } from "dexie";
import type { Instant } from "#domain/instant.ts";
import { err, ok, type Result } from "#domain/result.ts";
import { EnlaceDatabase } from "./database.ts";
import { causeToStorageError, type StorageError } from "./storageError.ts";

export const databaseName = "enlace";

export type OpenDatabase = {
  readonly database: EnlaceDatabase;
  /** False if there is no IndexedDB: then all data is in memory, until the page closes. */
  readonly lasting: boolean;
  /** Made when first opened; a different id later means that the storage was cleared. */
  readonly installId: string;
};

type OpenDatabaseOptions = {
  readonly name?: string;
  readonly now: Instant;
  readonly newId: () => string;
  /** Loads an in-memory database where there is no IndexedDB; without it, opening fails. */
  readonly loadMemory?: () => Promise<DexieOptions>;
  /** Called as soon as the database can be read, because the first screen needs nothing else. */
  readonly onOpen?: (database: EnlaceDatabase) => void;
  /** Called if another tab with older code keeps the database open. */
  readonly onBlocked: () => void;
  /**
   * Called if the browser closed the database, a newer version opened elsewhere, or another tab
   * erased it.
   */
  readonly onClosed: (error: StorageError) => void;
};

/** Opens this device's database, or returns the reason for the failure. */
export const openDatabase = async (
  options: OpenDatabaseOptions,
): Promise<Result<OpenDatabase, StorageError>> => {
  if (hasIndexedDb()) {
    const opened = await openWith({}, true, options);
    const isForbidden = !opened.ok && isSecurityError(opened.error);
    if (!isForbidden || !options.loadMemory) return opened;
  }
  if (!options.loadMemory) return err({ type: "storageMissing" });
  return openWith(await options.loadMemory(), false, options);
};

const openWith = async (
  dexieOptions: DexieOptions,
  lasting: boolean,
  options: OpenDatabaseOptions,
): Promise<Result<OpenDatabase, StorageError>> => {
  const database = new EnlaceDatabase(options.name ?? databaseName, dexieOptions);
  listenForTheEnd(database, options);
  abortOnLeaving(database);
  try {
    await database.open();
    options.onOpen?.(database);
    return ok({ database, lasting, installId: await findOrSaveInstallId(database, options) });
  } catch (cause) {
    return err(causeToStorageError(cause));
  }
};

const listenForTheEnd = (database: EnlaceDatabase, options: OpenDatabaseOptions): void => {
  let isToldAlready = false;
  database.on("blocked", options.onBlocked);
  database.on("versionchange", (event) => {
    isToldAlready = true;
    database.close({ disableAutoOpen: true });
    options.onClosed({ type: event.newVersion ? "storageOutdated" : "storageErased" });
    // Dexie's own listener runs next, and would let this tab open the newer database again.
    return false;
  });
  // Dexie fires this for every close, even its own; `createStorageWatch` finds out the cause.
  database.on("close", () => {
    if (!isToldAlready) options.onClosed({ type: "storageClosed" });
  });
  database.on("ready", () => refuseNewerSchema(database), true);
};

/** Refuses a newer schema: Dexie opens it silently, and old code would write into it. */
const refuseNewerSchema = (database: EnlaceDatabase): void => {
  const heldVersion = Math.floor((database.backendDB()?.version ?? 0) / 10);
  if (heldVersion > database.verno) throw new Dexie.VersionError("a newer Enlace was here");
};

/** Returns the id of this installation, and makes one if there is none. */
export const findOrSaveInstallId = async (
  database: EnlaceDatabase,
  { now, newId }: Pick<OpenDatabaseOptions, "now" | "newId">,
): Promise<string> => {
  // This runs at every start, so it doesn't wait for a write transaction, which it needs only once.
  const existing = await database.singles.get("install");
  if (existing?.key === "install") return existing.id;
  return database.transaction("rw", database.singles, async () => {
    const found = await database.singles.get("install");
    if (found?.key === "install") return found.id;
    const id = newId();
    await database.singles.put({ key: "install", id, since: now });
    return id;
  });
};

/**
 * Tells whether IndexedDB exists. In iOS Lockdown Mode the name is not even defined; in some
 * private windows, accessing it throws.
 */
const hasIndexedDb = (): boolean => {
  try {
    return typeof indexedDB !== "undefined" && indexedDB !== null;
  } catch {
    return false;
  }
};

/** True if the settings forbid site data: then the name exists, but opening is refused. */
const isSecurityError = (error: StorageError): boolean =>
  error.type === "storageFailed" && error.name === "SecurityError";

/**
 * Aborts running transactions when the user leaves the page and the browser keeps it for "Back".
 * WebKit freezes such a page with its transactions, and they block every page opened next: 17 of 60
 * pages never finished reading. Unfinished writes are lost as if the page were killed, each
 * transaction whole or not at all. Call it before the database is opened.
 */
const abortOnLeaving = (database: Dexie): void => {
  if (!("onpagehide" in globalThis)) return;
  const underWay = new Set<IDBTransaction>();
  database.use({
    stack: "dbcore",
    name: "abortOnLeaving",
    create: (core) => ({
      ...core,
      transaction: (...wanted) => {
        const transaction = core.transaction(...wanted);
        // Dexie's type hides that this is the browser's own transaction.
        follow(underWay, transaction as unknown as IDBTransaction);
        return transaction;
      },
    }),
  });
  globalThis.addEventListener("pagehide", (event) => {
    if (!("persisted" in event) || !event.persisted) return;
    for (const transaction of underWay) abort(transaction);
  });
};

const follow = (underWay: Set<IDBTransaction>, transaction: IDBTransaction): void => {
  underWay.add(transaction);
  const handleEnd = (): void => void underWay.delete(transaction);
  transaction.addEventListener("complete", handleEnd);
  transaction.addEventListener("abort", handleEnd);
};

const abort = (transaction: IDBTransaction): void => {
  try {
    transaction.abort();
  } catch {
    // It ended just before this call.
  }
};
