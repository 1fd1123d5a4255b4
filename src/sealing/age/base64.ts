import { utf8Bytes } from "#domain/inquiry/inquiry.ts";

/** As many bytes as one call may take as arguments in every engine. */
const chunkBytes = 0x2000;

/** RFC 4648, section 4, with padding; of any length. */
export const bytesToBase64 = (bytes: Uint8Array): string => {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    parts.push(String.fromCharCode(...bytes.subarray(at, at + chunkBytes)));
  }
  return btoa(parts.join(""));
};

/** The bytes that a text stands for, or undefined if it stands for none. */
export const base64ToBytes = (text: string): Uint8Array<ArrayBuffer> | undefined => {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
};

/** A sealed file tells the length of what is in it: in steps, that says little. */
const stepBytes = 1024;

/** JSON with as many spaces behind it as fill the last step; it still parses as JSON. */
export const padText = (json: string): string =>
  json + " ".repeat((stepBytes - (utf8Bytes(json) % stepBytes)) % stepBytes);
