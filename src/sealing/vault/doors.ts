import { ok } from "#domain/result.ts";
import { unwrapDataKey } from "./dataKey.ts";
import { makeLock, saveChangedPassphrase } from "./makeLock.ts";
import { tryPassphrase } from "./tryPassphrase.ts";
import type { Vault, VaultDeps } from "./vault.ts";

export type Doors = Pick<Vault, "setUp" | "unlock" | "changePassphrase">;

/** The three ways in; `onTried`: what the lock record says may have changed. */
export const createDoors = (
  deps: VaultDeps,
  letIn: (key: CryptoKey) => void,
  onTried: () => Promise<void>,
): Doors => ({
  setUp: async (passphrase) => {
    const made = await makeLock(deps, passphrase);
    if (made.ok) letIn(made.value);
    await onTried();
    return made.ok ? ok(undefined) : made;
  },
  unlock: async (passphrase) => {
    const key = await tryPassphrase(deps, (held) => unwrapDataKey(passphrase, held.passphrase));
    if (key.ok) letIn(key.value);
    await onTried();
    return key.ok ? ok(undefined) : key;
  },
  changePassphrase: async (old, changed) => {
    const saved = await saveChangedPassphrase(deps, old, changed);
    await onTried();
    return saved;
  },
});
