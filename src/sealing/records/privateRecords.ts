import type { DeskId } from "#domain/desk.ts";
import { err, ok, type Result } from "#domain/result.ts";
import type { PrivateValues } from "#sealing/vault/privateValues.ts";
import type { RowUnreadable, VaultLocked } from "#sealing/vault/rowCodec.ts";
import type { PrivateDeps } from "#sealing/vault/useSealing.ts";
import type { Vault } from "#sealing/vault/vault.ts";
import type { PrivateKind, PrivateRow } from "#storage/database.ts";
import {
  findPrivate,
  listPrivates,
  type PrivateWrite,
  removePrivate,
  savePrivate,
} from "#storage/privates/privates.ts";
import { type StorageError, tryStorage } from "#storage/storageError.ts";

/** A value with its revision, which the caller passes back when saving the value again. */
export type Kept<T> = { readonly value: T; readonly rev: number };

/** The readable and the unreadable rows: a broken row hides no others, and is itself reported. */
export type PrivateList<T> = {
  readonly kept: readonly Kept<T>[];
  readonly unreadable: readonly RowUnreadable[];
};

export type ListError = StorageError | VaultLocked;
export type FindError = StorageError | VaultLocked | RowUnreadable;
/** `privateChanged`: another tab has written the row since it was read. */
export type SaveError = StorageError | VaultLocked | { readonly type: "privateChanged" };

/** Other tabs rarely write the same rows; this many attempts are enough. */
export const maxAttempts = 8;

/** Repeats an attempt, reading again, while another tab has written in between. */
export const retryChanged = async <T, E extends { readonly type: string }>(
  attempt: () => Promise<Result<T, E>>,
): Promise<Result<T, E>> => {
  let result = await attempt();
  for (let attempts = 1; attempts < maxAttempts; attempts += 1) {
    if (result.ok || result.error.type !== "privateChanged") break;
    result = await attempt();
  }
  return result;
};

export type PrivateRecords<T> = {
  readonly list: (deps: PrivateDeps) => Promise<Result<PrivateList<T>, ListError>>;
  readonly find: (deps: PrivateDeps, id: string) => Promise<Result<Kept<T> | undefined, FindError>>;
  /** `rev` is the revision that was read, 0 for a new value. Returns the revision after saving. */
  readonly save: (deps: PrivateDeps, value: T, rev: number) => Promise<Result<number, SaveError>>;
  /**
   * Seals a value for a transaction that also writes other rows, because no cryptography may be
   * awaited inside one.
   */
  readonly planWrite: (
    vault: Vault,
    value: T,
    rev: number,
  ) => Promise<Result<PrivateWrite, VaultLocked>>;
  readonly remove: (deps: PrivateDeps, id: string) => Promise<Result<void, StorageError>>;
};

/** Creates the functions for values of one kind, each row sealed with the data key. */
export const createPrivateRecords = <K extends PrivateKind>(
  kind: K,
  toPlace: (value: PrivateValues[K]) => { readonly id: string; readonly desk: DeskId | null },
): PrivateRecords<PrivateValues[K]> => {
  const planWrite: PrivateRecords<PrivateValues[K]>["planWrite"] = async (vault, value, rev) => {
    const { id, desk } = toPlace(value);
    const sealed = await vault.seal(kind, id, value);
    return sealed.ok ? ok({ row: { kind, id, desk, ...sealed.value }, expectedRev: rev }) : sealed;
  };
  return {
    list: async ({ database, vault }) => {
      const rows = await tryStorage(() => listPrivates(database, kind));
      return rows.ok ? openRows(vault, kind, rows.value) : rows;
    },
    find: async ({ database, vault }, id) => {
      const row = await tryStorage(() => findPrivate(database, kind, id));
      if (!row.ok) return row;
      return row.value ? openRow(vault, kind, row.value) : ok(undefined);
    },
    save: async ({ database, vault }, value, rev) => {
      const write = await planWrite(vault, value, rev);
      if (!write.ok) return write;
      const saved = await tryStorage(() => savePrivate(database, write.value.row, rev));
      if (!saved.ok) return saved;
      return saved.value.ok ? ok(rev + 1) : saved.value;
    },
    planWrite,
    remove: ({ database }, id) => tryStorage(() => removePrivate(database, kind, id)),
  };
};

/** Opens rows of one kind; fails as a whole only if the vault is locked in between. */
export const openRows = async <K extends PrivateKind>(
  vault: Vault,
  kind: K,
  rows: readonly PrivateRow[],
): Promise<Result<PrivateList<PrivateValues[K]>, VaultLocked>> => {
  const opened = await Promise.all(rows.map((row) => openRow(vault, kind, row)));
  const kept: Kept<PrivateValues[K]>[] = [];
  const unreadable: RowUnreadable[] = [];
  for (const each of opened) {
    if (each.ok) kept.push(each.value);
    else if (each.error.type === "vaultLocked") return err(each.error);
    else unreadable.push(each.error);
  }
  return ok({ kept, unreadable });
};

const openRow = async <K extends PrivateKind>(
  vault: Vault,
  kind: K,
  row: PrivateRow,
): Promise<Result<Kept<PrivateValues[K]>, VaultLocked | RowUnreadable>> => {
  const value = await vault.open(kind, row);
  return value.ok ? ok({ value: value.value, rev: row.rev }) : value;
};
