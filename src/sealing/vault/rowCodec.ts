import { err, ok, type Result } from "#domain/result.ts";
import type { PrivateKind, PrivateRow } from "#storage/database.ts";

export type VaultLocked = { readonly type: "vaultLocked" };

/** A row that its data key does not open: changed, or moved from another place. Never empty data. */
export type RowUnreadable = {
  readonly type: "rowUnreadable";
  readonly kind: PrivateKind;
  readonly id: string;
};

/** What a private row keeps of a value. */
export type SealedValue = Pick<PrivateRow, "iv" | "bytes">;

export type RowCodec = {
  readonly isOpen: () => boolean;
  /** With none, whatever was opened is forgotten. */
  readonly use: (key: CryptoKey | undefined) => void;
  readonly seal: (
    kind: PrivateKind,
    id: string,
    value: unknown,
  ) => Promise<Result<SealedValue, VaultLocked>>;
  readonly open: <T>(row: PrivateRow) => Promise<Result<T, VaultLocked | RowUnreadable>>;
};

type Opened = Pick<PrivateRow, "rev" | "iv"> & { readonly value: unknown };

/**
 * AES-256-GCM of a value's JSON, bound to the place of its row: one moved to another place does not
 * open. What was opened is kept until its row is written again, so that a list is opened once.
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
    open: async <T>(row: PrivateRow) => {
      const openedWith = key;
      if (!openedWith) return err({ type: "vaultLocked" });
      const place = `${row.kind}/${row.id}`;
      const held = openedByPlace.get(place);
      if (held && isSameWriting(held, row)) return ok(held.value as T);
      const value = await decrypt<T>(openedWith, row);
      if (value.ok && key === openedWith) {
        openedByPlace.set(place, { rev: row.rev, iv: row.iv, value: value.value });
      }
      return value;
    },
  };
};

const decrypt = async <T>(key: CryptoKey, row: PrivateRow): Promise<Result<T, RowUnreadable>> => {
  const { kind, id, iv, bytes } = row;
  try {
    const plain = await crypto.subtle.decrypt(toParameters(kind, id, iv), key, bytes);
    // Nothing but what was sealed under this key at this place opens: its shape is trusted.
    return ok(JSON.parse(new TextDecoder().decode(plain)) as T);
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

/** A row that was removed and made anew begins at the same revision: its vector tells them apart. */
const isSameWriting = (held: Opened, row: PrivateRow): boolean =>
  held.rev === row.rev && held.iv.every((byte, place) => byte === row.iv[place]);
