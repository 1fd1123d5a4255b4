import { digestToReceiptNumber, type Epoch, type Receipt } from "#domain/envelope/receipt.ts";
import type { HeldEnvelope } from "#endpoint/store/store.ts";

/** The endpoint's receipt for an envelope; the epoch is the database's current one. */
export const createReceipt = ({ id, digest, heldAt }: HeldEnvelope, epoch: Epoch): Receipt => ({
  id,
  digest,
  heldAt,
  number: digestToReceiptNumber(digest),
  epoch,
});
