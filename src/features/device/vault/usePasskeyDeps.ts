import type { PasskeyDeps } from "#sealing/vault/passkey.ts";
import { useSealing } from "#sealing/vault/useSealing.ts";

/** Undefined where the browser knows no passkeys: then nothing is said of them. */
export const usePasskeyDeps = (): PasskeyDeps | undefined => {
  const sealing = useSealing();
  if (typeof PublicKeyCredential === "undefined") return undefined;
  return { ...sealing, credentials: navigator.credentials };
};
