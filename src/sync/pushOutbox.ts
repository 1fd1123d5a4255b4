import { idToDesk } from "#domain/desk.ts";
import { msToInstant } from "#domain/instant.ts";
import type { OutboxEntry } from "#domain/outboxEntry.ts";
import { MessageAnswer } from "#protocol/messages.ts";
import { paths } from "#protocol/paths.ts";
import type { EnlaceDatabase } from "#storage/database.ts";
import { findDeskEnrolment } from "#storage/enrolments.ts";
import {
  countTries,
  listOutbox,
  saveOnItsWay,
  saveOutboxState,
  saveReceipt,
} from "#storage/outbox.ts";
import type { EndpointClient } from "./endpointClient.ts";
import { planOutcome } from "./planOutcome.ts";
import { planPush } from "./planPush.ts";
import { withPushLock } from "./withPushLock.ts";

export type PushDeps = {
  readonly database: EnlaceDatabase;
  readonly client: EndpointClient;
  readonly clock: () => number;
  /** In [0, 1). */
  readonly chance: () => number;
};

export type PushReport = { readonly held: number; readonly kept: number };

/**
 * Tries everything that is due, once each, until nothing more is. Rejects only if storage fails;
 * then nothing was taken out of the outbox.
 */
export const pushOutbox = (deps: PushDeps): Promise<PushReport> =>
  withPushLock(async () => {
    const tried = new Set<string>();
    let held = 0;
    for (;;) {
      const due = planPush(await listOutbox(deps.database), deps.clock());
      const entry = due.find((candidate) => !tried.has(candidate.envelopeId));
      if (!entry) return { held, kept: tried.size - held };
      tried.add(entry.envelopeId);
      if (await pushEntry(deps, entry)) held += 1;
    }
  });

/** True once the endpoint holds it. */
const pushEntry = async (deps: PushDeps, planned: OutboxEntry): Promise<boolean> => {
  const { database, client, clock } = deps;
  const enrolment = await findDeskEnrolment(database, idToDesk(planned.from));
  if (!enrolment) {
    const tries = countTries(planned.state);
    const since = msToInstant(clock());
    await saveOutboxState(database, planned.envelopeId, { type: "paused", since, tries });
    return false;
  }
  const entry = await saveOnItsWay(database, planned.envelopeId, msToInstant(clock()));
  if (!entry) return false;
  const answer = await client.call({
    method: "PUT",
    path: paths.message(entry.envelopeId),
    schema: MessageAnswer,
    body: entry.bytes,
    token: enrolment.token,
  });
  const outcome = planOutcome(
    { entry, tries: countTries(entry.state), now: msToInstant(clock()), chance: deps.chance() },
    answer,
  );
  if (outcome.type === "held") {
    await saveReceipt(database, entry.thread, outcome.receipt);
    return true;
  }
  await saveOutboxState(database, entry.envelopeId, outcome.state);
  return false;
};
