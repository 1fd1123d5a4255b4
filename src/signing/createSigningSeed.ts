import { ed25519 } from "@noble/curves/ed25519.js";
import * as v from "valibot";
import { PublicKey } from "#domain/trust/signedFile.ts";
import { bytesToBase64url } from "./base64url.ts";

/** 32 random bytes: the private half of an Ed25519 key (RFC 8032, 5.1.5). */
export const createSigningSeed = (): Uint8Array<ArrayBuffer> =>
  crypto.getRandomValues(new Uint8Array(32));

/** The public half of a seed. */
export const seedToPublicKey = (seed: Uint8Array): PublicKey =>
  v.parse(PublicKey, bytesToBase64url(ed25519.getPublicKey(seed)));
