import type { DeskId } from "#domain/desk.ts";
import type { LockRecord } from "#domain/device/lockRecord.ts";
import { msToInstant } from "#domain/instant.ts";
import type { PrivateKind } from "#storage/database.ts";
import { type OpenDatabase, openDatabase } from "#storage/openDatabase.ts";
import type { PrivateWrite } from "#storage/privates/privates.ts";
import type { StorageError } from "#storage/storageError.ts";
import { sampleNow } from "./moments.ts";

export type TestDatabase = OpenDatabase & { readonly told: readonly StorageError["type"][] };

/** Opens a database as the app does; `told` fills with what the app would be told. */
export const openTestDatabase = async (name: string): Promise<TestDatabase> => {
  const told: StorageError["type"][] = [];
  const opened = await openDatabase({
    name,
    now: msToInstant(Date.UTC(2026, 10, 22)),
    newId: () => crypto.randomUUID(),
    onBlocked: () => told.push("storageBlocked"),
    onClosed: (error) => told.push(error.type),
  });
  if (!opened.ok) throw new Error(opened.error.type);
  return { ...opened.value, told };
};

/** The end of a raw request of IndexedDB. */
export const requestToPromise = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error ?? new Error("failed")));
  });

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** A lock that nobody can open. */
export const sampleLock: LockRecord = {
  madeAt: sampleNow,
  passphrase: {
    kdf: "PBKDF2-SHA-256",
    iterations: 600_000,
    salt: bytes("salt of 16 bytes"),
    iv: bytes("iv, 12 bytes"),
    wrapped: bytes("a wrapped data key"),
  },
  passkey: null,
  failures: 0,
  lastFailedAt: null,
};

/** A private row as `sealing` makes it; `text` tells one writing of it from another. */
export const sampleRow = (
  kind: PrivateKind,
  id: string,
  desk: DeskId | null = null,
  text = "sealed",
): PrivateWrite["row"] => ({ kind, id, desk, iv: bytes("iv, 12 bytes"), bytes: bytes(text) });
