import type { DeskDevice } from "#domain/trust/deskDevices.ts";
import type { ArrivedEnvelope } from "#storage/feed/arrived.ts";
import type { Arrival } from "./mergeArrivals.ts";
import { type OpeningKeys, openArrival } from "./openArrival.ts";
import { openHandover } from "./openHandover.ts";

export type ReadingKeys = {
  readonly devices: readonly DeskDevice[];
  readonly opening: OpeningKeys;
  /** Whether the registry was just looked at: only then an unknown author is a problem. */
  readonly isRegistryFresh: boolean;
};

/**
 * What became of an envelope: letters for their threads, or what is wrong with it. Undefined: its
 * author may be known once the registry has been looked at.
 */
export const readArrival = async (
  row: ArrivedEnvelope,
  { devices, opening, isRegistryFresh }: ReadingKeys,
): Promise<Arrival | undefined> => {
  const opened = await openArrival(row, opening, devices);
  if (!opened.ok) {
    const isLeft =
      row.state === "sealed" && opened.error.type === "authorUnknown" && !isRegistryFresh;
    return isLeft ? undefined : { row, kept: [], problem: opened.error };
  }
  const { letter, signed } = opened.value;
  if (letter.content.schema !== "handover/1") {
    const { position, receipt } = row;
    return { row, kept: [{ letter, signed, position, receipt, queuedAt: null }], problem: null };
  }
  const { kept, unknownCount } = await openHandover(letter.content, row.desk, devices);
  return unknownCount > 0 && !isRegistryFresh ? undefined : { row, kept, problem: null };
};
