import * as v from "valibot";
import { Instant } from "#domain/instant.ts";
import { Digest, EnvelopeId } from "./envelope.ts";

/** A restored endpoint has a new epoch; devices then pull from the start. */
export type Epoch = v.InferOutput<typeof Epoch>;
export const Epoch = v.pipe(v.string(), v.uuid(), v.brand("Epoch"));

/** The endpoint's confirmation that it holds these bytes under this id. */
export type Receipt = v.InferOutput<typeof Receipt>;
export const Receipt = v.object({
  id: EnvelopeId,
  digest: Digest,
  heldAt: Instant,
  number: v.pipe(v.string(), v.regex(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)),
  epoch: Epoch,
});

/** Receipts of envelopes that this device has sent, by envelope id. */
export type Receipts = ReadonlyMap<EnvelopeId, Receipt>;

const crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/**
 * Converts the first 40 bits of a digest to Crockford's base 32, `4T2K-9QXA`: short enough to say
 * aloud.
 */
export const digestToReceiptNumber = (digest: Digest): string => {
  let bits = BigInt(`0x${digest.slice(0, 10)}`);
  let text = "";
  for (let index = 0; index < 8; index += 1) {
    text = crockford.charAt(Number(bits & 31n)) + text;
    bits >>= 5n;
  }
  return `${text.slice(0, 4)}-${text.slice(4)}`;
};

/** S3: a receipt is valid only with the entry's own id and one of its digests. */
export const isReceiptFor = (
  receipt: Receipt,
  id: EnvelopeId,
  digests: readonly Digest[],
): boolean =>
  receipt.id === id &&
  digests.includes(receipt.digest) &&
  receipt.number === digestToReceiptNumber(receipt.digest);
