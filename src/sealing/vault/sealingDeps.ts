import type { EnlaceDatabase } from "#storage/database.ts";
import type { Vault } from "./vault.ts";

/** What reading and writing of private rows needs. */
export type PrivateDeps = { readonly database: EnlaceDatabase; readonly vault: Vault };

/** What writing to another desk needs. */
export type SealingDeps = PrivateDeps & {
  /** Without lasting storage nothing is queued. */
  readonly lasting: boolean;
  readonly endpointUrl: string | null;
  readonly clock: () => number;
  readonly newId: () => string;
};
