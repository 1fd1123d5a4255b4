import type { DeskId } from "#domain/desk.ts";
import type { LockRecord } from "#domain/device/lockRecord.ts";
import type { PrivateKind } from "#storage/database.ts";
import type { PrivateWrite } from "#storage/privates/privates.ts";
import { sampleNow } from "./sampleInquiry.ts";

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** A lock that nobody can open. */
export const sampleLock: LockRecord = {
  madeAt: sampleNow,
  passphrase: {
    kdf: "PBKDF2-SHA-256",
    iterations: 600_000,
    salt: bytes("salt of 16 bytes"),
    iv: bytes("iv, 12 bytes"),
    wrapped: bytes("a wrapped data key"),
  },
  passkey: null,
  failures: 0,
  lastFailedAt: null,
};

/** A private row as `sealing` makes it; `text` tells one writing of it from another. */
export const sampleRow = (
  kind: PrivateKind,
  id: string,
  desk: DeskId | null = null,
  text = "sealed",
): PrivateWrite["row"] => ({ kind, id, desk, iv: bytes("iv, 12 bytes"), bytes: bytes(text) });
