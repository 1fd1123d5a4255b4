/** Encodes bytes in base64url (RFC 4648, section 5) without padding. */
export const bytesToBase64url = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");

/**
 * Decodes base64url, or returns `undefined` for a malformed text. Accepts only the canonical form:
 * keys are compared as texts, so one key must not have two.
 */
export const base64urlToBytes = (text: string): Uint8Array<ArrayBuffer> | undefined => {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) return undefined;
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
  return bytesToBase64url(bytes) === text ? bytes : undefined;
};
