import { digestToReceiptNumber, type Epoch, type Receipt } from "#domain/envelope/receipt.ts";
import type { HeldEnvelope } from "#endpoint/store/store.ts";

/** The endpoint's word that it holds these bytes now; the epoch is that of today's database. */
export const createReceipt = ({ id, digest, heldAt }: HeldEnvelope, epoch: Epoch): Receipt => ({
  id,
  digest,
  heldAt,
  number: digestToReceiptNumber(digest),
  epoch,
});
