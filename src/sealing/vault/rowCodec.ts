import { err, ok, type Result } from "#domain/result.ts";
import type { PrivateKind, PrivateRow } from "#storage/database.ts";
import type { PrivateValues } from "./privateValues.ts";

export type VaultLocked = { readonly type: "vaultLocked" };

/** A row that the data key can't open: changed or moved. Never treated as empty data. */
export type RowUnreadable = {
  readonly type: "rowUnreadable";
  readonly kind: PrivateKind;
  readonly id: string;
};

/** The part of a private row that contains the encrypted value. */
export type SealedValue = Pick<PrivateRow, "iv" | "bytes">;

export type RowCodec = {
  readonly isOpen: () => boolean;
  /** Sets the data key; clears all opened values. */
  readonly use: (key: CryptoKey | undefined) => void;
  readonly seal: <K extends PrivateKind>(
    kind: K,
    id: string,
    value: PrivateValues[K],
  ) => Promise<Result<SealedValue, VaultLocked>>;
  /** A row that was sealed as another kind is unreadable. */
  readonly open: <K extends PrivateKind>(
    kind: K,
    row: PrivateRow,
  ) => Promise<Result<PrivateValues[K], VaultLocked | RowUnreadable>>;
};

type Opened = Pick<PrivateRow, "rev" | "iv"> & { readonly value: unknown };

/**
 * Creates the codec of private rows: AES-256-GCM of a value's JSON, bound to the row's place, so
 * that a row moved elsewhere does not open. An opened value is cached until its row is written
 * again, so that a list is decrypted only once.
 */
export const createRowCodec = (): RowCodec => {
  let key: CryptoKey | undefined;
  let openedByPlace = new Map<string, Opened>();
  return {
    isOpen: () => key !== undefined,
    use: (changed) => {
      key = changed;
      openedByPlace = new Map();
    },
    seal: async (kind, id, value) => {
      if (!key) return err({ type: "vaultLocked" });
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const plain = new TextEncoder().encode(JSON.stringify(value));
      const bytes = await crypto.subtle.encrypt(toParameters(kind, id, iv), key, plain);
      return ok({ iv, bytes: new Uint8Array(bytes) });
    },
    open: async <K extends PrivateKind>(kind: K, row: PrivateRow) => {
      const openedWith = key;
      if (!openedWith) return err({ type: "vaultLocked" });
      const place = `${kind}/${row.id}`;
      const found = openedByPlace.get(place);
      // The place includes the kind, so the cached value has this type.
      if (found && isSameWriting(found, row)) return ok(found.value as PrivateValues[K]);
      const value = await decrypt(openedWith, kind, row);
      if (value.ok && key === openedWith) {
        openedByPlace.set(place, { rev: row.rev, iv: row.iv, value: value.value });
      }
      return value;
    },
  };
};

const decrypt = async <K extends PrivateKind>(
  key: CryptoKey,
  kind: K,
  { id, iv, bytes }: PrivateRow,
): Promise<Result<PrivateValues[K], RowUnreadable>> => {
  try {
    const plain = await crypto.subtle.decrypt(toParameters(kind, id, iv), key, bytes);
    // Only a value sealed with this key as this kind opens, so its shape is trusted.
    return ok(JSON.parse(new TextDecoder().decode(plain)) as PrivateValues[K]);
  } catch {
    return err({ type: "rowUnreadable", kind, id });
  }
};

const toParameters = (
  kind: PrivateKind,
  id: string,
  iv: Uint8Array<ArrayBuffer>,
): AesGcmParams => ({
  name: "AES-GCM",
  iv,
  additionalData: new TextEncoder().encode(`${kind}/${id}`),
});

/** Compares the vector too, because a row created again restarts at the same revision. */
const isSameWriting = (found: Opened, row: PrivateRow): boolean =>
  found.rev === row.rev && found.iv.every((byte, index) => byte === row.iv[index]);
