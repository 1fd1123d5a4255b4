import type { ClosedPart } from "#domain/directory/readableDirectory.ts";
import { closedPartKey } from "#storage/content/editions.ts";
import type { PrivateWrite } from "#storage/privates/privates.ts";
import type { Vault } from "./vault.ts";

/** What takes an edition knows no key: this lets it keep the closed part while the vault is open. */
export const createClosedSealer = (vault: Vault) => ({
  canSeal: (): boolean => vault.state().type === "unlocked",
  /** Null while the vault is locked, or before there is a passphrase. */
  seal: async (part: ClosedPart): Promise<PrivateWrite["row"] | null> => {
    const sealed = await vault.seal(closedPartKey.kind, closedPartKey.id, part);
    return sealed.ok ? { ...closedPartKey, desk: null, ...sealed.value } : null;
  },
});
