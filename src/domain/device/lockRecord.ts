import type { Instant } from "#domain/instant.ts";

/** A data key wrapped with a key derived from a passphrase, stored with its parameters. */
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

/** The same data key wrapped with a passkey's PRF value for `salt` (WebAuthn Level 3). */
export type PasskeyWrap = {
  readonly credentialId: Uint8Array<ArrayBuffer>;
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly wrapped: Uint8Array<ArrayBuffer>;
};

/** The record that opens a device's private data; it is destroyed first when erasing. */
export type LockRecord = {
  readonly madeAt: Instant;
  readonly passphrase: PassphraseWrap;
  /** In addition to the passphrase, never instead of it. */
  readonly passkey: PasskeyWrap | null;
  /** Wrong passphrases in a row. */
  readonly failures: number;
  readonly lastFailedAt: Instant | null;
};

/** The minimum length in characters; strength is judged separately. */
export const passphraseMinLength = 8;
