import type { ArrivedEnvelope } from "#storage/arrived.ts";
import type { OpenedRows } from "./openThreadRows.ts";

/**
 * What arrived and can't be shown as a letter. Left out is what is here by now, because a colleague's
 * device handed it over, and notes within the desk from before this device joined: nothing is asked
 * of anybody by them.
 */
export const listShownTroubled = ({
  troubled,
  threads,
}: Pick<OpenedRows, "troubled" | "threads">): readonly ArrivedEnvelope[] => {
  const known = new Set<string>(
    threads.kept.flatMap(({ value }) => value.letters.map(({ letter }) => letter.id)),
  );
  return troubled.filter(({ envelopeId, kind, problem }) => {
    const isWithinDesk = kind === "note" || kind === "handover";
    return !known.has(envelopeId) && !(isWithinDesk && problem?.type === "notSealedToUs");
  });
};
