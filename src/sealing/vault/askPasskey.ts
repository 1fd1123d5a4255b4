import type { PasskeyWrap } from "#domain/device/lockRecord.ts";
import { err, ok, type Result } from "#domain/result.ts";

/** Which passkey, and what its value is asked for. */
export type PasskeyPlace = Pick<PasskeyWrap, "credentialId" | "salt">;

export type PasskeyRefusal =
  /** The person, or the browser, has said no; which of the two can't be told (WebAuthn, 13.4). */
  | { readonly type: "passkeyRefused" }
  /** It can sign in, and gives no value to seal with (PRF extension). */
  | { readonly type: "passkeyWithoutPrf" };

type Credentials = Pick<CredentialsContainer, "create" | "get">;

/** Makes a passkey on this device's authenticator, or says why there is none. */
export const createPasskey = async (
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
        // EdDSA, ES256, RS256: nobody verifies a signature of it, but one has to be named.
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

/** The 32 bytes that a passkey gives for its salt, after the person has shown that it is theirs. */
export const askPasskey = async (
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
    // The only kind that is asked for here.
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
