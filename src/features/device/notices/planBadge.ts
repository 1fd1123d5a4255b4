import type { VaultState } from "#sealing/vault/vault.ts";

export type BadgePlan =
  | { readonly type: "show"; readonly count: number }
  | { readonly type: "clear" }
  /** Nothing is known that would be truer than what is shown. */
  | { readonly type: "leave" };

export type BadgeFacts = {
  readonly vault: VaultState["type"];
  /** Letters of other desks that nobody has opened. */
  readonly unopened: number;
  /** Opened and not read; null while nobody can know. */
  readonly unread: number | null;
};

/** The number at the app's icon: what waits to be read, as far as it is known. */
export const planBadge = ({ vault, unopened, unread }: BadgeFacts): BadgePlan => {
  if (vault === "missing") return { type: "clear" };
  const count = unopened + (unread ?? 0);
  if (count > 0) return { type: "show", count };
  return unread === null ? { type: "leave" } : { type: "clear" };
};
