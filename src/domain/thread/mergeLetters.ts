import type { EnvelopeId } from "#domain/envelope/envelope.ts";
import type { Receipt, Receipts } from "#domain/envelope/receipt.ts";
import type { KeptLetter } from "./thread.ts";

/**
 * Each letter once, with all that is known of it, whoever brought it: this device, the feed, a
 * colleague's device. The order in which they stand says nothing.
 */
export const mergeLetters = (
  letters: readonly KeptLetter[],
  receipts: Receipts,
): readonly KeptLetter[] => {
  const byId = new Map<EnvelopeId, KeptLetter[]>();
  for (const kept of letters) {
    const { id } = kept.letter;
    byId.set(id, [...(byId.get(id) ?? []), kept]);
  }
  return [...byId].flatMap(([id, copies]) => mergeCopies(copies, receipts.get(id)));
};

/** Two letters signed under one id: the endpoint holds one, and the feed's is the one that counts. */
const mergeCopies = (copies: readonly KeptLetter[], receipt: Receipt | undefined): KeptLetter[] => {
  const [first] = copies.toSorted(comparePlace);
  if (!first) return [];
  const same = copies.filter(({ signed }) => signed.signature === first.signed.signature);
  const receipts = [...same.map((kept) => kept.receipt), receipt].filter((one) => !!one);
  const queued = same.map(({ queuedAt }) => queuedAt).filter((at) => at !== null);
  return [
    {
      ...first,
      receipt: receipts.toSorted(compareReceipts)[0] ?? null,
      queuedAt: queued.toSorted()[0] ?? null,
    },
  ];
};

const comparePlace = (a: KeptLetter, b: KeptLetter): number =>
  (a.position ?? Infinity) === (b.position ?? Infinity)
    ? compareText(a.signed.signature, b.signed.signature)
    : (a.position ?? Infinity) - (b.position ?? Infinity);

/** The endpoint held it first then; a restored one gives another receipt for the same. */
const compareReceipts = (a: Receipt, b: Receipt): number =>
  compareText(a.heldAt + a.digest, b.heldAt + b.digest);

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
