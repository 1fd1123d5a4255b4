import type { ArrivedEnvelope } from "#storage/arrived.ts";
import type { OpenedRows } from "./openThreadRows.ts";

/**
 * What arrived and can't be shown as a letter. Left out is what is here by now, because a colleague's
 * device handed it over or its sender said it again, and notes within the desk from before this
 * device joined: nothing is asked of anybody by them.
 */
export const listShownTroubled = ({
  troubled,
  threads,
}: Pick<OpenedRows, "troubled" | "threads">): readonly ArrivedEnvelope[] => {
  const letters = threads.kept.flatMap(({ value }) => value.letters.map(({ letter }) => letter));
  const known = new Set<string>(letters.map(({ id }) => id));
  // Who says so could write into this thread anyway; what stands in another stays in sight.
  const isSaidAgain = ({ envelopeId, thread, kind }: ArrivedEnvelope): boolean =>
    letters.some(
      (letter) =>
        letter.replaces === envelopeId && letter.thread === thread && letter.kind === kind,
    );
  return troubled.filter((arrived) => {
    const { envelopeId, kind, problem } = arrived;
    const isWithinDesk = kind === "note" || kind === "handover";
    const isFromBefore = problem?.type === "notSealedToUs";
    return !known.has(envelopeId) && !(isFromBefore && (isWithinDesk || isSaidAgain(arrived)));
  });
};
