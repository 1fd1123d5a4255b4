import type { DeskId } from "#domain/desk.ts";
import type { EnvelopeId } from "#domain/envelope/envelope.ts";
import type { OutboxEntry, OutboxState } from "#domain/envelope/outboxEntry.ts";
import type { Instant } from "#domain/instant.ts";
import type { EnlaceDatabase } from "#storage/database.ts";

/** Marks an entry as on its way and returns it, or undefined if it was taken back meanwhile. */
export const saveOnItsWay = (
  database: EnlaceDatabase,
  id: EnvelopeId,
  since: Instant,
): Promise<OutboxEntry | undefined> =>
  database.transaction("rw", database.outbox, async () => {
    const entry = await database.outbox.get(id);
    if (!entry) return undefined;
    const taken: OutboxEntry = {
      ...entry,
      state: { type: "onItsWay", since, tries: countTries(entry.state) + 1 },
    };
    await database.outbox.put(taken);
    return taken;
  });

/** Saves the result of an attempt; does nothing if the entry was taken back meanwhile. */
export const saveOutboxState = (
  database: EnlaceDatabase,
  id: EnvelopeId,
  state: OutboxState,
): Promise<void> =>
  database.transaction("rw", database.outbox, async () => {
    await database.outbox.update(id, { state });
  });

/**
 * Makes an entry due, whatever it was waiting for: when the person presses "try now", and when the
 * endpoint is reached again. A first attempt stays a first attempt.
 */
export const releaseEntry = (
  database: EnlaceDatabase,
  id: EnvelopeId,
  now: Instant,
): Promise<void> =>
  database.transaction("rw", database.outbox, async () => {
    const entry = await database.outbox.get(id);
    if (entry) await database.outbox.put({ ...entry, state: toDue(entry.state, now) });
  });

/**
 * Makes this desk's entries that were paused by a 401 due again. Call it inside a transaction over
 * the outbox.
 */
export const resumePaused = async (database: EnlaceDatabase, desk: DeskId): Promise<void> => {
  const paused = await database.outbox.filter((entry) => entry.from === desk).toArray();
  await database.outbox.bulkPut(
    paused
      .filter((entry) => entry.state.type === "paused")
      .map((entry) => ({ ...entry, state: toDue(entry.state, entry.queuedAt) })),
  );
};

/** Counts consecutive attempts; a first attempt that the endpoint refused is not counted. */
export const countTries = (state: OutboxState): number => {
  switch (state.type) {
    case "queued":
      return 0;
    case "needsAttention":
      return state.tries === 1 && state.refusal.httpStatus !== null ? 0 : state.tries;
    case "onItsWay":
    case "waiting":
    case "paused":
      return state.tries;
  }
};

/**
 * Returns a state that is due at once. An entry that was never sent stays queued, so that it can
 * still be taken back (S10).
 */
export const toDue = (state: OutboxState, now: Instant): OutboxState =>
  state.type === "queued"
    ? state
    : {
        type: "waiting",
        tries: countTries(state),
        lastTriedAt: now,
        dueAt: now,
        failure: state.type === "waiting" ? state.failure : { type: "notReached" },
      };
