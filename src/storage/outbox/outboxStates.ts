import type { DeskId } from "#domain/desk.ts";
import type { EnvelopeId } from "#domain/envelope/envelope.ts";
import type { OutboxEntry, OutboxState } from "#domain/envelope/outboxEntry.ts";
import type { Instant } from "#domain/instant.ts";
import type { EnlaceDatabase } from "#storage/database.ts";

/** The entry, now on its way, or undefined if it was taken back meanwhile. */
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

/** Writes what became of a try. Nothing happens to an entry that was taken back meanwhile. */
export const saveOutboxState = (
  database: EnlaceDatabase,
  id: EnvelopeId,
  state: OutboxState,
): Promise<void> =>
  database.transaction("rw", database.outbox, async () => {
    await database.outbox.update(id, { state });
  });

/** The person's own "try now": whatever it waited for, it is due. A first try stays a first try. */
export const releaseEntry = (
  database: EnlaceDatabase,
  id: EnvelopeId,
  now: Instant,
): Promise<void> =>
  database.transaction("rw", database.outbox, async () => {
    const entry = await database.outbox.get(id);
    if (entry) await database.outbox.put({ ...entry, state: toDue(entry.state, now) });
  });

/** Inside a transaction over the outbox: what a 401 had paused for this desk is due again. */
export const resumePaused = async (database: EnlaceDatabase, desk: DeskId): Promise<void> => {
  const paused = await database.outbox.filter((entry) => entry.from === desk).toArray();
  await database.outbox.bulkPut(
    paused
      .filter((entry) => entry.state.type === "paused")
      .map((entry) => ({ ...entry, state: toDue(entry.state, entry.queuedAt) })),
  );
};

/** How often it was tried in a row; a first try that the endpoint refused counts for nothing. */
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

/** The same entry, due at once. What never left stays so: it can still be taken back (S10). */
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
