import * as v from "valibot";
import { Instant } from "#domain/instant.ts";
import { PublicKey } from "#domain/trust/signedFile.ts";
import { base64urlToBytes } from "#signing/base64url.ts";
import { seedToPublicKey } from "#signing/createSigningSeed.ts";

/** A key as it lies in the publisher's folder, in the clear. */
export type PublisherKey = v.InferOutput<typeof PublisherKey>;
export const PublisherKey = v.pipe(
  v.strictObject({
    schema: v.literal("publisher-key/1"),
    publicKey: PublicKey,
    /** 32 bytes in base64url: who has them is the publisher. */
    seed: v.pipe(
      v.string(),
      v.check((text) => base64urlToBytes(text)?.length === 32),
    ),
    madeAt: Instant,
  }),
  v.check((key) => seedToPublicKey(keyToSeed(key)) === key.publicKey, "halves"),
);

/** The private half of a key that was parsed. */
export const keyToSeed = ({ seed }: { readonly seed: string }): Uint8Array =>
  base64urlToBytes(seed) ?? new Uint8Array();
