import { err, ok, type Result } from "#domain/result.ts";

/** The storage failures that occur on phones. */
export type StorageError =
  | { readonly type: "storageFull" }
  /** Closed or cleared while in use: by the browser, or by "clear site data". */
  | { readonly type: "storageClosed" }
  /** A newer Enlace has opened the database in another tab: this tab must reload. */
  | { readonly type: "storageOutdated" }
  | { readonly type: "storageBlocked" }
  /** It has not opened for some seconds, for no known reason. */
  | { readonly type: "storageSlow" }
  /** The person erased Enlace from this device, here or in another tab. */
  | { readonly type: "storageErased" }
  | { readonly type: "storageMissing" }
  | { readonly type: "storageFailed"; readonly name: string };

/**
 * Runs `work` and converts known storage failures to typed errors. Retries once after a connection
 * was lost while the phone slept (iOS: "connection to IndexedDB server lost").
 */
export const tryStorage = async <T>(work: () => Promise<T>): Promise<Result<T, StorageError>> => {
  try {
    return ok(await work());
  } catch (first) {
    if (!isConnectionLost(first)) return err(causeToStorageError(first));
  }
  try {
    return ok(await work());
  } catch (second) {
    return err(causeToStorageError(second));
  }
};

/**
 * Converts an exception to a `StorageError`. Dexie wraps the cause: a full disk is `AbortError`
 * outside and `QuotaExceededError` within.
 */
export const causeToStorageError = (cause: unknown): StorageError => {
  const names = causeNames(cause);
  if (names.includes("QuotaExceededError")) return { type: "storageFull" };
  if (names.includes("VersionError") || names.includes("VersionChangeError")) {
    return { type: "storageOutdated" };
  }
  if (names.includes("MissingAPIError")) return { type: "storageMissing" };
  if (isConnectionLost(cause)) return { type: "storageClosed" };
  return { type: "storageFailed", name: names[0] ?? "unknown" };
};

const isConnectionLost = (cause: unknown): boolean =>
  causeNames(cause).some((name) =>
    ["DatabaseClosedError", "InvalidStateError", "UnknownError"].includes(name),
  );

const causeNames = (cause: unknown): readonly string[] => {
  const names: string[] = [];
  let at: unknown = cause;
  for (let depth = 0; depth < 5 && typeof at === "object" && at !== null; depth += 1) {
    if ("name" in at && typeof at.name === "string") names.push(at.name);
    at = "inner" in at ? at.inner : undefined;
  }
  return names;
};
