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
