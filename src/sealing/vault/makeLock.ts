import { passphraseMinLength } from "#domain/device/lockRecord.ts";
import { msToInstant } from "#domain/instant.ts";
import { err, ok, type Result } from "#domain/result.ts";
import { readPassphrase } from "#sealing/passphrase/readPassphrase.ts";
import { addLock, changeLock } from "#storage/privates/lock.ts";
import { tryStorage } from "#storage/storageError.ts";
import { createDataKey, rewrapDataKey } from "./dataKey.ts";
import type { TryDeps } from "./setFailureAheadToNow.ts";
import { tryPassphrase } from "./tryPassphrase.ts";
import type { ChangePassphraseError, SetUpError } from "./vault.ts";

/** Keeps the lock of a fresh data key, unless there is one already, and answers with the key. */
export const makeLock = async (
  deps: TryDeps,
  passphrase: string,
): Promise<Result<CryptoKey, SetUpError>> => {
  if (isTooShort(passphrase)) {
    return err({ type: "passphraseShort", minLength: passphraseMinLength });
  }
  const { key, wrap } = await createDataKey(passphrase);
  const madeAt = msToInstant(deps.clock());
  const lock = { madeAt, passphrase: wrap, passkey: null, failures: 0, lastFailedAt: null };
  const added = await tryStorage(() => addLock(deps.database, lock));
  if (!added.ok) return added;
  return added.value.ok ? ok(key) : err({ type: "vaultExists" });
};

/** The same data key under another passphrase. The old one is tried and counted as at unlocking. */
export const saveChangedPassphrase = async (
  deps: TryDeps,
  old: string,
  changed: string,
): Promise<Result<void, ChangePassphraseError>> => {
  if (isTooShort(changed)) return err({ type: "passphraseShort", minLength: passphraseMinLength });
  const wrap = await tryPassphrase(deps, (held) => rewrapDataKey(old, changed, held.passphrase));
  if (!wrap.ok) return wrap;
  const saved = await tryStorage(() =>
    changeLock(deps.database, (held) => ({ ...held, passphrase: wrap.value })),
  );
  if (!saved.ok) return saved;
  return saved.value.ok ? ok(undefined) : err({ type: "vaultMissing" });
};

const isTooShort = (passphrase: string): boolean =>
  readPassphrase(passphrase).length < passphraseMinLength;
