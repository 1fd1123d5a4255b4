import { Dexie, type DexieOptions } from "dexie";
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

type OpenDatabaseOptions = {
  readonly name?: string;
  readonly now: Instant;
  readonly newId: () => string;
  /** What to keep everything in where there is no IndexedDB; without it, that is a failure. */
  readonly loadMemory?: () => Promise<DexieOptions>;
  /** Told as soon as it can be read: what the first screen needs waits for nothing else. */
  readonly onOpen?: (database: EnlaceDatabase) => void;
  /** Another tab with older code holds it open, and has not let go. */
  readonly onBlocked: () => void;
  /** Closed by the browser, for a newer version elsewhere, or erased in another tab. */
  readonly onClosed: (error: StorageError) => void;
};

/** Opens what this device keeps, or says why not. */
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
    // Dexie's own listener comes next, and would let this tab open the newer database again.
    return false;
  });
  // Dexie fires this for every close, its own too; what it means is for `createStorageWatch`.
  database.on("close", () => {
    if (!isToldAlready) options.onClosed({ type: "storageClosed" });
  });
  database.on("ready", () => refuseNewerSchema(database), true);
};

/** Dexie opens a newer schema without a word, and old code would write into it. */
const refuseNewerSchema = (database: EnlaceDatabase): void => {
  const heldVersion = Math.floor((database.backendDB()?.version ?? 0) / 10);
  if (heldVersion > database.verno) throw new Dexie.VersionError("a newer Enlace was here");
};

/** The id of this installation, made if there is none. */
export const findOrSaveInstallId = async (
  database: EnlaceDatabase,
  { now, newId }: Pick<OpenDatabaseOptions, "now" | "newId">,
): Promise<string> => {
  // Every start passes here: it does not wait for a place to write, which it needs only once.
  const found = await database.singles.get("install");
  if (found?.key === "install") return found.id;
  return database.transaction("rw", database.singles, async () => {
    const found = await database.singles.get("install");
    if (found?.key === "install") return found.id;
    const id = newId();
    await database.singles.put({ key: "install", id, since: now });
    return id;
  });
};

/** In iOS Lockdown Mode the name is not even defined; in some private windows, touching it throws. */
const hasIndexedDb = (): boolean => {
  try {
    return typeof indexedDB !== "undefined" && indexedDB !== null;
  } catch {
    return false;
  }
};

/** Site data are forbidden in the browser's settings: the name is there, and opening is refused. */
const isSecurityError = (error: StorageError): boolean =>
  error.type === "storageFailed" && error.name === "SecurityError";

/**
 * Aborts what is under way when the page is left and the browser keeps it for "Back". WebKit
 * freezes such a page with its transactions, and they hold up every page opened next: 17 of 60
 * pages read for ever. What was not written then is lost as in a kill, whole or not at all.
 * Call it before the database is opened.
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
        // Dexie's own type hides that it hands on the browser's transaction.
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
    // It ended between the last event and now.
  }
};
