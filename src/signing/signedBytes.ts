import type { SignedPurpose } from "#domain/trust/signedFile.ts";

/** UTF-8 of what is digested (SHA-512) and signed: the purpose, a line feed, the content. */
export const signedBytes = (purpose: SignedPurpose, content: string): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(`enlace/${purpose}/1\n${content}`);
