import type { LockRecord, PasskeyWrap } from "#domain/device/lockRecord.ts";
import { err, ok, type Result } from "#domain/result.ts";
import { changeLock, findLock } from "#storage/privates/lock.ts";
import { type StorageError, tryStorage } from "#storage/storageError.ts";
import { askPasskey, createPasskey, type PasskeyRefusal } from "./askPasskey.ts";
import { unwrapDataKey, unwrapWithSecret, wrapForSecret } from "./dataKey.ts";
import type { PrivateDeps } from "./sealingDeps.ts";
import { tryPassphrase } from "./tryPassphrase.ts";
import type { UnlockError } from "./vault.ts";

export type PasskeyDeps = PrivateDeps & {
  readonly clock: () => number;
  /** `navigator.credentials`. */
  readonly credentials: Pick<CredentialsContainer, "create" | "get">;
};

export type PasskeyError =
  | StorageError
  | PasskeyRefusal
  | { readonly type: "vaultMissing" }
  /** None was set up on this device. */
  | { readonly type: "passkeyMissing" }
  /** It gives another value than it gave at set-up: the passphrase opens. */
  | { readonly type: "passkeyChanged" };

/**
 * Lets a passkey open this device besides the passphrase, never instead of it. It is asked for its
 * value twice, and the data key unwrapped with the second, before anything is kept: some give
 * another one each time.
 */
export const addPasskey = async (
  deps: PasskeyDeps,
  passphrase: string,
  name: string,
): Promise<Result<void, PasskeyError | UnlockError>> => {
  // Before the person is asked for a finger: a wrong passphrase must not leave a passkey behind.
  const known = await tryPassphrase(deps, (lock) => unwrapDataKey(passphrase, lock.passphrase));
  if (!known.ok) return known;
  const made = await createPasskey(deps.credentials, name);
  if (!made.ok) return made;
  const secret = await askPasskey(deps.credentials, made.value);
  if (!secret.ok) return secret;
  const wrapped = await tryPassphrase(deps, (lock) =>
    wrapForSecret(passphrase, lock.passphrase, secret.value),
  );
  if (!wrapped.ok) return wrapped;
  const passkey: PasskeyWrap = { ...made.value, ...wrapped.value };
  const key = await openWithPasskey(deps, passkey);
  return key.ok ? savePasskey(deps, passkey) : key;
};

/** Opens this device with its passkey. Nothing is counted: what it takes is with the person. */
export const unlockWithPasskey = async (deps: PasskeyDeps): Promise<Result<void, PasskeyError>> => {
  const passkey = await findPasskey(deps);
  if (!passkey.ok) return passkey;
  if (!passkey.value) return err({ type: "passkeyMissing" });
  const key = await openWithPasskey(deps, passkey.value);
  if (!key.ok) return key;
  deps.vault.letIn(key.value);
  return ok(undefined);
};

/** What the passkey opens is forgotten; the passkey itself stays with whoever keeps it. */
export const removePasskey = (deps: PasskeyDeps): Promise<Result<void, PasskeyError>> =>
  savePasskey(deps, null);

/** Null if there is none. */
export const findPasskey = async ({
  database,
}: Pick<PasskeyDeps, "database">): Promise<Result<PasskeyWrap | null, PasskeyError>> => {
  const lock = await tryStorage(() => findLock(database));
  if (!lock.ok) return lock;
  return lock.value ? ok(lock.value.passkey) : err({ type: "vaultMissing" });
};

const openWithPasskey = async (
  deps: PasskeyDeps,
  passkey: PasskeyWrap,
): Promise<Result<CryptoKey, PasskeyError>> => {
  const secret = await askPasskey(deps.credentials, passkey);
  if (!secret.ok) return secret;
  const key = await unwrapWithSecret(secret.value, passkey);
  return key ? ok(key) : err({ type: "passkeyChanged" });
};

const savePasskey = async (
  deps: PasskeyDeps,
  passkey: LockRecord["passkey"],
): Promise<Result<void, PasskeyError>> => {
  const saved = await tryStorage(() => changeLock(deps.database, (held) => ({ ...held, passkey })));
  if (!saved.ok) return saved;
  return saved.value.ok ? ok(undefined) : err({ type: "vaultMissing" });
};
