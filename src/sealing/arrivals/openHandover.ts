import { type DeskId, deskToId } from "#domain/desk.ts";
import type { HandoverContent } from "#domain/letter/replies.ts";
import type { KeptLetter } from "#domain/thread/thread.ts";
import type { DeskDevice } from "#domain/trust/deskDevices.ts";
import { verifyLetter } from "#signing/verifyLetter.ts";

export type OpenedHandover = {
  readonly kept: readonly KeptLetter[];
  /** Letters whose authors the registry does not know, or not yet. */
  readonly unknownCount: number;
};

/**
 * What a colleague's device hands on: each letter is verified by its own author's signature, as if it
 * had come by itself. What does not verify, or is another desk's, is left out.
 */
export const openHandover = async (
  { letters }: HandoverContent,
  desk: DeskId,
  devices: readonly DeskDevice[],
): Promise<OpenedHandover> => {
  const kept: KeptLetter[] = [];
  let unknownCount = 0;
  for (const { signed, receipt } of letters) {
    const letter = await verifyLetter(signed, null, devices);
    if (!letter.ok && letter.error.type === "authorUnknown") unknownCount += 1;
    if (!letter.ok) continue;
    const { id, kind, from, to } = letter.value;
    const isOurs = deskToId(from) === desk || deskToId(to) === desk;
    if (kind === "handover" || !isOurs || receipt.id !== id) continue;
    kept.push({ letter: letter.value, signed, position: null, receipt, queuedAt: null });
  }
  return { kept, unknownCount };
};
