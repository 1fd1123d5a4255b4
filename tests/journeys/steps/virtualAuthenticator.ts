import type { PlaywrightPage } from "#tests/engines/playwrightPage.ts";
import type { OpenedApp } from "./person.ts";

/** The device's own fingerprint reader, as Chromium plays one: it answers by itself. */
export type VirtualAuthenticator = {
  /** Another one, empty, in the place of the one before; `hasPrf`: it gives values to seal with. */
  readonly plugIn: (hasPrf: boolean) => Promise<void>;
  readonly countPasskeys: () => Promise<number>;
  /** Whether it knows the finger. */
  readonly recognise: (isKnown: boolean) => Promise<void>;
};

/** By CDP, so in Chromium alone. One for a page: what it holds outlives reloads, not this session. */
export const createAuthenticator = async ({
  page,
}: Pick<OpenedApp, "page">): Promise<VirtualAuthenticator> => {
  const { context, tab } = page as PlaywrightPage;
  const session = await context().newCDPSession(tab());
  await session.send("WebAuthn.enable");
  let authenticatorId: string | undefined;
  const findId = (): { readonly authenticatorId: string } => {
    if (authenticatorId === undefined) throw new Error("no authenticator is plugged in");
    return { authenticatorId };
  };
  return {
    plugIn: async (hasPrf) => {
      if (authenticatorId) await session.send("WebAuthn.removeVirtualAuthenticator", findId());
      const added = await session.send("WebAuthn.addVirtualAuthenticator", {
        options: {
          protocol: "ctap2",
          ctap2Version: "ctap2_1",
          transport: "internal",
          hasResidentKey: true,
          hasUserVerification: true,
          isUserVerified: true,
          automaticPresenceSimulation: true,
          hasPrf,
        },
      });
      authenticatorId = added.authenticatorId;
    },
    countPasskeys: async () => {
      const { credentials } = await session.send("WebAuthn.getCredentials", findId());
      return credentials.length;
    },
    recognise: async (isUserVerified) => {
      await session.send("WebAuthn.setUserVerified", { ...findId(), isUserVerified });
    },
  };
};

/**
 * What a service does that brings a passkey back without its secret: the passkey that the device
 * remembers now gives another value. Chromium makes no second one under the id of the first, so the
 * record is given the id of a fresh one.
 */
export const giveAnotherValue = ({ page }: Pick<OpenedApp, "page">): Promise<null> =>
  page.evaluate(async () => {
    const fresh = await navigator.credentials.create({
      publicKey: {
        challenge: new Uint8Array(32),
        rp: { name: "Enlace" },
        user: { id: new Uint8Array(16), name: "again", displayName: "again" },
        pubKeyCredParams: [{ type: "public-key", alg: -7 }],
        authenticatorSelection: { userVerification: "required" },
        extensions: { prf: {} },
      },
    });
    const credentialId = new Uint8Array((fresh as PublicKeyCredential).rawId);
    const settle = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener("success", () => resolve(request.result));
        request.addEventListener("error", () => reject(request.error));
      });
    const database = await settle(indexedDB.open("enlace"));
    const singles = database.transaction("singles", "readwrite").objectStore("singles");
    const row = await settle(singles.get("lock"));
    const passkey = { ...row.lock.passkey, credentialId };
    await settle(singles.put({ ...row, lock: { ...row.lock, passkey } }));
    database.close();
    return null;
  }, null);
