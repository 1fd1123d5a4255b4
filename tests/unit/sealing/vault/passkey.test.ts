import { expect, test } from "vitest";
import { emptyProfile } from "#domain/device/profile.ts";
import {
  addPasskey,
  findPasskey,
  type PasskeyDeps,
  removePasskey,
  unlockWithPasskey,
} from "#sealing/vault/passkey.ts";
import { findLock } from "#storage/privates/lock.ts";
import { createTestVault, passphrase, valueOf } from "#tests/world/device.ts";
import { startedAtMs } from "#tests/world/moments.ts";

type Behaviour = "same" | "changing" | "withoutPrf" | "refuses";

/** An authenticator as WebAuthn shows it: HMAC of the salt under a key of its own. */
const createAuthenticator = () => {
  let behaviour: Behaviour = "same";
  let asked = 0;
  const answer = async (
    options: CredentialCreationOptions | CredentialRequestOptions | undefined,
  ) => {
    if (behaviour === "refuses") throw new DOMException("no", "NotAllowedError");
    asked += 1;
    const salt = options?.publicKey?.extensions?.prf?.eval?.first as Uint8Array<ArrayBuffer>;
    const own = new Uint8Array([...salt, behaviour === "changing" ? asked : 0]);
    const first = await crypto.subtle.digest("SHA-256", own);
    const prf = behaviour === "withoutPrf" ? {} : { enabled: true, results: { first } };
    const shown = { rawId: new ArrayBuffer(16), getClientExtensionResults: () => ({ prf }) };
    return shown as unknown as PublicKeyCredential;
  };
  return {
    credentials: { create: answer, get: answer },
    behave: (changed: Behaviour) => {
      behaviour = changed;
    },
  };
};

const createDevice = async () => {
  const { vault, database, openTab } = createTestVault();
  valueOf(await vault.setUp(passphrase));
  const { credentials, behave } = createAuthenticator();
  const deps: PasskeyDeps = { vault, database, clock: () => startedAtMs, credentials };
  return { deps, behave, openTab: (): PasskeyDeps => ({ ...deps, ...openTab() }) };
};

test("a passkey opens besides the passphrase, and the passphrase still does", async () => {
  const { deps, openTab } = await createDevice();
  expect(await addPasskey(deps, passphrase, "Ana")).toEqual({ ok: true, value: undefined });
  const second = openTab();
  expect(await unlockWithPasskey(second)).toEqual({ ok: true, value: undefined });
  expect(second.vault.state()).toEqual({ type: "unlocked" });
  const profile = { ...emptyProfile, name: "Ana" };
  const sealed = valueOf(await deps.vault.seal("profile", "a", profile));
  const row = { kind: "profile", id: "a", desk: null, rev: 1, ...sealed } as const;
  expect(await second.vault.open("profile", row)).toEqual({ ok: true, value: profile });
  expect((await openTab().vault.unlock(passphrase)).ok).toBe(true);
});

test.each([
  ["withoutPrf", "passkeyWithoutPrf"],
  ["changing", "passkeyChanged"],
  ["refuses", "passkeyRefused"],
] as const)("an authenticator that is %s is not set up", async (behaviour, type) => {
  const { deps, behave } = await createDevice();
  behave(behaviour);
  expect(await addPasskey(deps, passphrase, "Ana")).toEqual({ ok: false, error: { type } });
  expect(await findPasskey(deps)).toEqual({ ok: true, value: null });
});

test("without the passphrase none is set up, and the wrong try is counted", async () => {
  const { deps } = await createDevice();
  expect(await addPasskey(deps, "a wrong one", "Ana")).toMatchObject({
    error: { type: "passphraseWrong", failures: 1 },
  });
  expect(await findPasskey(deps)).toEqual({ ok: true, value: null });
});

test("one that gives another value later opens nothing, and is not counted as a wrong passphrase", async () => {
  const { deps, behave, openTab } = await createDevice();
  valueOf(await addPasskey(deps, passphrase, "Ana"));
  behave("changing");
  const second = openTab();
  expect(await unlockWithPasskey(second)).toEqual({ ok: false, error: { type: "passkeyChanged" } });
  expect(second.vault.state().type).not.toBe("unlocked");
  expect((await findLock(deps.database))?.failures).toBe(0);
  expect((await second.vault.unlock(passphrase)).ok).toBe(true);
});

test("a changed passphrase leaves the passkey as it was; a removed passkey opens no more", async () => {
  const { deps, openTab } = await createDevice();
  valueOf(await addPasskey(deps, passphrase, "Ana"));
  valueOf(await deps.vault.changePassphrase(passphrase, "stomach submit rebuild"));
  expect((await unlockWithPasskey(openTab())).ok).toBe(true);
  valueOf(await removePasskey(deps));
  expect(await unlockWithPasskey(openTab())).toEqual({
    ok: false,
    error: { type: "passkeyMissing" },
  });
});
