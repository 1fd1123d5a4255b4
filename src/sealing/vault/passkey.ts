import type { LockRecord, PasskeyWrap } from "#domain/device/lockRecord.ts";
import { err, ok, type Result } from "#domain/result.ts";
import { changeLock, findLock } from "#storage/privates/lock.ts";
import { type StorageError, tryStorage } from "#storage/storageError.ts";
import { unwrapDataKey, unwrapWithSecret, wrapForSecret } from "./dataKey.ts";
import { tryPassphrase } from "./passphraseMethods.ts";
import type { PrivateDeps } from "./useSealing.ts";
import type { UnlockError } from "./vaultState.ts";

export type PasskeyDeps = PrivateDeps & {
  readonly clock: () => number;
  /** `navigator.credentials`. */
  readonly credentials: Pick<CredentialsContainer, "create" | "get">;
};

export type PasskeyError =
  | StorageError
  | PasskeyRefusal
  | { readonly type: "vaultMissing" }
  /** No passkey was set up on this device. */
  | { readonly type: "passkeyMissing" }
  /** The passkey gives another value than at set-up; the passphrase still opens the device. */
  | { readonly type: "passkeyChanged" };

/**
 * Lets a passkey open this device in addition to the passphrase, never instead of it. Asks the
 * passkey for its value twice, and unwraps the data key with the second before saving anything,
 * because some passkeys give a different value each time.
 */
export const addPasskey = async (
  deps: PasskeyDeps,
  passphrase: string,
  name: string,
): Promise<Result<void, PasskeyError | UnlockError>> => {
  // Before asking for a fingerprint: a wrong passphrase must not leave a passkey behind.
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

/**
 * Opens this device with its passkey. Failures are not counted: an attacker would need the person's
 * passkey.
 */
export const unlockWithPasskey = async (deps: PasskeyDeps): Promise<Result<void, PasskeyError>> => {
  const passkey = await findPasskey(deps);
  if (!passkey.ok) return passkey;
  if (!passkey.value) return err({ type: "passkeyMissing" });
  const key = await openWithPasskey(deps, passkey.value);
  if (!key.ok) return key;
  deps.vault.adoptKey(key.value);
  return ok(undefined);
};

/** Deletes the passkey's wrap of the data key; the authenticator keeps the passkey itself. */
export const removePasskey = (deps: PasskeyDeps): Promise<Result<void, PasskeyError>> =>
  savePasskey(deps, null);

/** Finds the passkey's wrap; null if there is none. */
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
  const saved = await tryStorage(() =>
    changeLock(deps.database, (record) => ({ ...record, passkey })),
  );
  if (!saved.ok) return saved;
  return saved.value.ok ? ok(undefined) : err({ type: "vaultMissing" });
};

/** The passkey's id, and the salt for its value. */
type PasskeyPlace = Pick<PasskeyWrap, "credentialId" | "salt">;

type PasskeyRefusal =
  /** The person or the browser refused; the two can't be told apart (WebAuthn, 13.4). */
  | { readonly type: "passkeyRefused" }
  /** The passkey can sign in, but gives no value to seal with (PRF extension). */
  | { readonly type: "passkeyWithoutPrf" };

type Credentials = Pick<CredentialsContainer, "create" | "get">;

/** Creates a passkey on this device's authenticator, or returns the reason for a failure. */
const createPasskey = async (
  credentials: Credentials,
  name: string,
): Promise<Result<PasskeyPlace, PasskeyRefusal>> => {
  const salt = randomBytes(32);
  const made = await tryCredential(() =>
    credentials.create({
      publicKey: {
        challenge: randomBytes(32),
        rp: { name: "Enlace" },
        user: { id: randomBytes(16), name, displayName: name },
        // EdDSA, ES256, RS256: no signature is ever verified, but the API requires algorithms.
        pubKeyCredParams: [-8, -7, -257].map((alg) => ({ type: "public-key", alg })),
        authenticatorSelection: { residentKey: "preferred", userVerification: "required" },
        extensions: { prf: { eval: { first: salt } } },
      },
    }),
  );
  if (!made.ok) return made;
  const isPrf = made.value.getClientExtensionResults().prf?.enabled === true;
  if (!isPrf) return err({ type: "passkeyWithoutPrf" });
  return ok({ credentialId: new Uint8Array(made.value.rawId), salt });
};

/** Asks a passkey for the 32 bytes that it gives for its salt, after verifying the person. */
const askPasskey = async (
  credentials: Credentials,
  { credentialId, salt }: PasskeyPlace,
): Promise<Result<Uint8Array<ArrayBuffer>, PasskeyRefusal>> => {
  const found = await tryCredential(() =>
    credentials.get({
      publicKey: {
        challenge: randomBytes(32),
        allowCredentials: [{ type: "public-key", id: credentialId }],
        userVerification: "required",
        extensions: { prf: { eval: { first: salt } } },
      },
    }),
  );
  if (!found.ok) return found;
  const value = found.value.getClientExtensionResults().prf?.results?.first;
  return value ? ok(toBytes(value)) : err({ type: "passkeyWithoutPrf" });
};

const tryCredential = async (
  ask: () => Promise<Credential | null>,
): Promise<Result<PublicKeyCredential, PasskeyRefusal>> => {
  try {
    const credential = await ask();
    // This code requests public-key credentials only.
    return credential ? ok(credential as PublicKeyCredential) : err({ type: "passkeyRefused" });
  } catch {
    return err({ type: "passkeyRefused" });
  }
};

const toBytes = (source: BufferSource): Uint8Array<ArrayBuffer> =>
  source instanceof ArrayBuffer
    ? new Uint8Array(source)
    : Uint8Array.from(new Uint8Array(source.buffer, source.byteOffset, source.byteLength));

const randomBytes = (length: number): Uint8Array<ArrayBuffer> =>
  crypto.getRandomValues(new Uint8Array(length));
