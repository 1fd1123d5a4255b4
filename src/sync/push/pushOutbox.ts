import { idToDesk } from "#domain/desk.ts";
import type { Enrolment } from "#domain/device/profile.ts";
import type { OutboxEntry } from "#domain/envelope/outboxEntry.ts";
import { instantToDay, msToInstant } from "#domain/instant.ts";
import { listDeskDevices } from "#domain/trust/deskDevices.ts";
import { readHealth } from "#protocol/health.ts";
import { holdMessage } from "#protocol/messages.ts";
import { findEdition } from "#storage/content/editions.ts";
import { findDeskEnrolment } from "#storage/desk/enrolments.ts";
import { listRegistry } from "#storage/desk/registry.ts";
import { listOutbox, saveReceipt } from "#storage/outbox/outbox.ts";
import {
  countTries,
  releaseEntry,
  saveOnItsWay,
  saveOutboxState,
} from "#storage/outbox/outboxStates.ts";
import { findSent, saveSentNotes } from "#storage/outbox/sent.ts";
import { withWebLock } from "#storage/withWebLock.ts";
import { refreshDirectory } from "#sync/content/refreshDirectory.ts";
import type { TakeEditionDeps } from "#sync/content/takeEdition.ts";
import type { EndpointClient } from "#sync/endpoint/endpointClient.ts";
import { type PullRegistryDeps, pullRegistry } from "#sync/pull/pullRegistry.ts";
import { takeRevocation } from "#sync/pull/takeRevocation.ts";
import { planOutcome } from "./planOutcome.ts";
import { planPush } from "./planPush.ts";
import { type DeskKnowledge, planStop } from "./planStop.ts";

export type PushDeps = PullRegistryDeps &
  Pick<TakeEditionDeps, "privatePartSealer"> & {
    readonly clock: () => number;
    /** A random number in [0, 1). */
    readonly random: () => number;
  };

type PushReport = { readonly held: number; readonly kept: number };

/**
 * Attempts every due entry once, until none is left. Before the first it refreshes the edition and the
 * registry (S11). It needs no key, so it runs while the device is locked. Rejects only if storage
 * fails; then no entry has left the outbox.
 */
export const pushOutbox = (deps: PushDeps): Promise<PushReport> =>
  // S5. Without Web Locks two contexts may push at once: the id at the endpoint is the guarantee.
  withWebLock("enlace-push", async () => {
    const tried = new Set<string>();
    let held = 0;
    let known: DeskKnowledge | undefined;
    for (;;) {
      const due = planPush(await listOutbox(deps.database), deps.clock());
      const entry = due.find((candidate) => !tried.has(candidate.envelopeId));
      if (!entry) return { held, kept: tried.size - held };
      if (!known) {
        known = await checkBeforePush(deps);
        // The check may have erased planned entries (S13).
        continue;
      }
      tried.add(entry.envelopeId);
      if (await pushEntry(deps, entry, known)) held += 1;
    }
  });

/** True once the endpoint holds it. */
const pushEntry = async (
  deps: PushDeps,
  planned: OutboxEntry,
  known: DeskKnowledge,
): Promise<boolean> => {
  const { database } = deps;
  const enrolment = await findDeskEnrolment(database, idToDesk(planned.from));
  if (!enrolment) {
    const tries = countTries(planned.state);
    const since = msToInstant(deps.clock());
    await saveOutboxState(database, planned.envelopeId, { type: "paused", since, tries });
    return false;
  }
  return (await isStopped(deps, planned, known)) ? false : tryEntry(deps, planned, enrolment);
};

/** S11. An entry that another epoch held was sent already, and is sent again as it was (S12). */
const isStopped = async (
  { database, clock }: PushDeps,
  entry: OutboxEntry,
  known: DeskKnowledge,
): Promise<boolean> => {
  if ((await findSent(database, entry.envelopeId))?.lostReceipt) return false;
  const plan = planStop(entry, known);
  if (plan.type === "go") {
    if (plan.notes.length > 0) await saveSentNotes(database, entry.envelopeId, plan.notes);
    return false;
  }
  await saveOutboxState(database, entry.envelopeId, {
    type: "needsAttention",
    since: msToInstant(clock()),
    tries: countTries(entry.state),
    refusal: { type: plan.reason, httpStatus: null },
  });
  return true;
};

const tryEntry = async (
  deps: PushDeps,
  planned: OutboxEntry,
  { token }: Enrolment,
): Promise<boolean> => {
  const { database, client, clock } = deps;
  const entry = await saveOnItsWay(database, planned.envelopeId, msToInstant(clock()));
  if (!entry) return false;
  const answer = await client.call(holdMessage, {
    parameters: { id: entry.envelopeId },
    request: entry.bytes,
    token,
  });
  const outcome = planOutcome(
    { entry, tries: countTries(entry.state), now: msToInstant(clock()), random: deps.random() },
    answer,
  );
  if (outcome.type === "held") {
    await saveReceipt(database, outcome.receipt);
    return true;
  }
  await saveOutboxState(database, entry.envelopeId, outcome.state);
  if (!answer.ok) await takeRevocation(deps, answer.error);
  return false;
};

/**
 * S11: refreshes the edition and the registry, and returns the current ones. A failure does not block
 * sending: anyone who can make a refresh fail could as well withhold its result.
 */
const checkBeforePush = async (
  deps: PullRegistryDeps & TakeEditionDeps,
): Promise<DeskKnowledge> => {
  const [refreshed] = await Promise.all([refreshDirectory(deps), pullRegistry(deps)]);
  if (!refreshed.ok) await takeRevocation(deps, refreshed.error);
  return {
    edition: (await findEdition(deps.database))?.edition,
    devices: listDeskDevices(await listRegistry(deps.database)),
    today: instantToDay(msToInstant(deps.clock())),
  };
};

/** Makes entries due that wait only because the endpoint did not answer (S9). It answers now. */
export const releaseNotReached = async ({
  database,
  clock,
}: Pick<PushDeps, "database" | "clock">): Promise<void> => {
  for (const entry of (await listOutbox(database)).filter(waitsForEndpoint)) {
    await releaseEntry(database, entry.envelopeId, msToInstant(clock()));
  }
};

/** Whether the endpoint itself answers now. */
export const isAnswering = async (client: EndpointClient): Promise<boolean> =>
  (await client.call(readHealth, {})).ok;

/** Whether an entry waits because the endpoint did not answer, not because it refused or was busy. */
export const waitsForEndpoint = ({ state }: OutboxEntry): boolean =>
  state.type === "waiting" &&
  (state.failure.type === "notReached" || state.failure.type === "notOurEndpoint");
