import type { InvitationCode } from "#domain/trust/invitationCode.ts";

/** As many as OWASP asks of PBKDF2 with SHA-256: 80 bits of chance need no more. */
const iterations = 600_000;

/**
 * The Ed25519 seed that stands behind an invitation's code (PBKDF2-SHA-256, 0.1 to 0.3 s). Changing
 * anything here makes every open invitation void.
 */
export const codeToSeed = async (code: InvitationCode): Promise<Uint8Array<ArrayBuffer>> => {
  const encoder = new TextEncoder();
  const key = await crypto.subtle.importKey("raw", encoder.encode(code), "PBKDF2", false, [
    "deriveBits",
  ]);
  const salt = encoder.encode("enlace/invitation/1");
  const derivation = { name: "PBKDF2", hash: "SHA-256", salt, iterations };
  return new Uint8Array(await crypto.subtle.deriveBits(derivation, key, 256));
};
