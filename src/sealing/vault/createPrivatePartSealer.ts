import type { PrivatePart } from "#domain/directory/readableDirectory.ts";
import { privatePartKey } from "#storage/content/editions.ts";
import type { PrivateWrite } from "#storage/privates/privates.ts";
import type { Vault } from "./vault.ts";

/**
 * Creates a sealer for code that saves editions without having a key: it seals the private part
 * while the vault is open.
 */
export const createPrivatePartSealer = (vault: Vault) => ({
  canSeal: (): boolean => vault.state().type === "unlocked",
  /** Returns null while the vault is locked, or before a passphrase exists. */
  seal: async (part: PrivatePart): Promise<PrivateWrite["row"] | null> => {
    const sealed = await vault.seal(privatePartKey.kind, privatePartKey.id, part);
    return sealed.ok ? { ...privatePartKey, desk: null, ...sealed.value } : null;
  },
});
