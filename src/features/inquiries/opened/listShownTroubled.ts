import type { ThreadRecord } from "#domain/thread/thread.ts";
import type { ArrivedEnvelope } from "#storage/feed/arrived.ts";

/**
 * What arrived and can't be shown as a letter; `threads`: those that it belongs to. Left out is what
 * its desk has by now, because a colleague's device handed it over or its sender said it again, and
 * notes within the desk from before this device joined: nothing is asked of anybody by them.
 */
export const listShownTroubled = (
  troubled: readonly ArrivedEnvelope[],
  threads: readonly ThreadRecord[],
): readonly ArrivedEnvelope[] => {
  const letters = threads.flatMap((thread) =>
    thread.letters.map(({ letter }) => ({ desk: thread.desk, letter })),
  );
  const known = new Set(letters.map(({ desk, letter }) => `${desk} ${letter.id}`));
  // Who says so could write into this thread anyway; what stands in another stays in sight.
  const isSaidAgain = ({ desk, envelopeId, thread, kind }: ArrivedEnvelope): boolean =>
    letters
      .filter((each) => each.desk === desk)
      .some(
        ({ letter }) =>
          letter.replaces === envelopeId && letter.thread === thread && letter.kind === kind,
      );
  return troubled.filter((arrived) => {
    const { desk, envelopeId, kind, problem } = arrived;
    const isWithinDesk = kind === "note" || kind === "handover";
    const isFromBefore = problem?.type === "notSealedToUs";
    const isHere = known.has(`${desk} ${envelopeId}`);
    return !isHere && !(isFromBefore && (isWithinDesk || isSaidAgain(arrived)));
  });
};
