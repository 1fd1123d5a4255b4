import type { Instant } from "#domain/instant.ts";

/** A data key wrapped with a key that is derived from a passphrase; parameters stand with what they sealed. */
export type PassphraseWrap = {
  readonly kdf: "PBKDF2-SHA-256";
  readonly iterations: number;
  /** 16 bytes. */
  readonly salt: Uint8Array<ArrayBuffer>;
  /** 12 bytes. */
  readonly iv: Uint8Array<ArrayBuffer>;
  /** AES-256-GCM of the 32 bytes of the data key. */
  readonly wrapped: Uint8Array<ArrayBuffer>;
};

/** The same data key wrapped with what a passkey's PRF gives for `salt` (WebAuthn Level 3). */
export type PasskeyWrap = {
  readonly credentialId: Uint8Array<ArrayBuffer>;
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly wrapped: Uint8Array<ArrayBuffer>;
};

/** What opens the private part of a device: destroyed first of all on erasing. */
export type LockRecord = {
  readonly madeAt: Instant;
  readonly passphrase: PassphraseWrap;
  /** Besides the passphrase, never instead of it. */
  readonly passkey: PasskeyWrap | null;
  /** Wrong passphrases in a row. */
  readonly failures: number;
  readonly lastFailedAt: Instant | null;
};

/** Eight characters are the least; how good they are is judged besides. */
export const passphraseMinLength = 8;
