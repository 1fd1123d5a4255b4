import { randomUUID } from "node:crypto";
import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { onTestFinished } from "vitest";
import { type DeskAddress, deskToId } from "#domain/desk.ts";
import type { LockRecord } from "#domain/device/lockRecord.ts";
import type { EnvelopeId, ThreadId } from "#domain/envelope/envelope.ts";
import type { InquiryContent } from "#domain/inquiry/inquiry.ts";
import { msToInstant } from "#domain/instant.ts";
import type { ThreadPlace, ThreadRecord } from "#domain/thread/thread.ts";
import { openArrivals } from "#sealing/arrivals/openArrivals.ts";
import { finishEnrolment } from "#sealing/desk/enrolment.ts";
import { queueInquiry } from "#sealing/outgoing/queueInquiry.ts";
import { createPendingEnrolment } from "#sealing/records/identities.ts";
import { listThreads, saveDraft } from "#sealing/records/records.ts";
import { createDataKey } from "#sealing/vault/dataKey.ts";
import type { SealingDeps } from "#sealing/vault/useSealing.ts";
import { createVault } from "#sealing/vault/vault.ts";
import { EnlaceDatabase, type PrivateKind } from "#storage/database.ts";
import { saveRegistryPage } from "#storage/desk/registry.ts";
import { findFeedPosition, listTroubled, saveFeedPage } from "#storage/feed/arrived.ts";
import { listOutbox, saveReceipt } from "#storage/outbox/outbox.ts";
import { addLock } from "#storage/privates/lock.ts";
import { chile, uruguay } from "./desks.ts";
import { createSampleContent, createSampleRecord } from "./letters.ts";
import { startedAtMs } from "./moments.ts";
import { createTestWorld, type TestWorld } from "./world.ts";

export type TestDevice = Awaited<ReturnType<typeof createTestDevice>>;

/** An unlocked device of a desk, as an enrolment leaves it. */
export const createTestDevice = async (world: TestWorld, desk: DeskAddress) => {
  const { database, vault, openTab } = createTestVault();
  const deps = {
    database,
    vault,
    openTab,
    lasting: true,
    endpointUrl: "https://endpoint.example",
    clock: () => startedAtMs,
    newId: () => randomUUID() as string,
  };
  const { key, lock } = await (sharedLock ??= createSharedLock());
  valueOf(await addLock(database, lock));
  vault.adoptKey(key);
  return serveDesk(deps, world, desk);
};

/** A device of each of two desks that know of each other. */
export const createPair = async (): Promise<{
  readonly world: TestWorld;
  readonly asker: TestDevice;
  readonly asked: TestDevice;
}> => {
  const world = createTestWorld();
  const asked = await createTestDevice(world, chile);
  const asker = await createTestDevice(world, uruguay);
  await asked.readRegistry();
  return { world, asker, asked };
};

/** The same device, of one desk more: each of them acts by itself. */
export const serveDesk = async (
  device: SealingDeps & Pick<ReturnType<typeof createTestVault>, "openTab">,
  world: TestWorld,
  desk: DeskAddress,
) => {
  const { database, vault, openTab, lasting, endpointUrl, clock, newId } = device;
  const deps = { database, vault, lasting, endpointUrl, clock, newId };
  const pending = await createPendingEnrolment(deps, await world.grant(desk));
  const answer = await world.answer(pending.request);
  valueOf(await finishEnrolment(deps, pending, answer));

  const readRegistry = async (): Promise<void> => {
    const { registry: rows, publishers } = world;
    const page = { rows, epoch: world.epoch(), next: rows.length, publishers };
    valueOf(await saveRegistryPage(database, page));
  };
  const push = async (): Promise<void> => {
    for (const { bytes } of await listOutbox(database)) {
      await saveReceipt(database, await world.hold(bytes));
    }
  };
  const pull = async (): Promise<void> => {
    const id = deskToId(desk);
    const position = await findFeedPosition(database, id);
    // S12: a new epoch's feed is read from its start.
    const after = position?.epoch === world.epoch() ? position.next : 0;
    const rows = world.feed(id).slice(after);
    const next = after + rows.length;
    valueOf(
      await saveFeedPage(database, {
        epoch: world.epoch(),
        desk: id,
        rows: [...rows],
        next,
        more: false,
      }),
    );
  };
  await readRegistry();
  return {
    ...deps,
    desk,
    /** Its desk's view of a thread. */
    place: (id: ThreadId): ThreadPlace => ({ id, desk: deskToId(desk) }),
    device: answer.device,
    openTab,
    readRegistry,
    push,
    pull,
    outbox: () => listOutbox(database),
    open: async (isRegistryFresh = true) => valueOf(await openArrivals(deps, { isRegistryFresh })),
    /** A draft, and its letter in the outbox. */
    ask: async (changes: Partial<InquiryContent> = {}) => {
      const content = createSampleContent({ from: desk, to: chile, ...changes });
      const { from, to } = content;
      const sample = createSampleRecord();
      const draft = { ...sample, draft: { ...sample.draft, from, to } };
      const { id } = draft;
      valueOf(await saveDraft(deps, draft, 0));
      const envelopeId = valueOf(await queueInquiry(deps, id, content));
      return { id, envelopeId };
    },
    threads: async (): Promise<readonly ThreadRecord[]> =>
      valueOf(await listThreads(deps)).kept.map(({ value }) => value),
    troubles: async () =>
      (await listTroubled(database)).map(({ problem, envelopeId }) => [envelopeId, problem?.type]),
    kinds: async (thread: ThreadId): Promise<readonly string[]> => {
      const threads = valueOf(await listThreads(deps)).kept.map(({ value }) => value);
      const letters = threads.find(({ id }) => id === thread)?.letters ?? [];
      return letters.map(({ letter }) => letter.kind).toSorted();
    },
    findLetter: async (id: EnvelopeId) => {
      const threads = valueOf(await listThreads(deps)).kept.map(({ value }) => value);
      return threads.flatMap(({ letters }) => letters).find(({ letter }) => letter.id === id);
    },
  };
};

/** One for all devices of a process: 600,000 rounds take longer than all the rest. */
let sharedLock: ReturnType<typeof createSharedLock> | undefined;

const createSharedLock = async (): Promise<{ key: CryptoKey; lock: LockRecord }> => {
  const { key, wrap } = await createDataKey(passphrase);
  const madeAt = msToInstant(startedAtMs);
  const lock = { madeAt, passphrase: wrap, passkey: null, failures: 0, lastFailedAt: null };
  return { key, lock };
};

/** What was expected to succeed. */
export const valueOf = <T>(
  result:
    | { readonly ok: true; readonly value: T }
    | { readonly ok: false; readonly error: unknown },
): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

export const passphrase = "loan valve load escape convince grab";

/** A device whose tabs share one storage; its clock stands until it is moved. */
export const createTestVault = () => {
  const factory = new IDBFactory();
  let nowMs = startedAtMs;
  const openTab = () => {
    const database = new EnlaceDatabase("enlace", { indexedDB: factory, IDBKeyRange });
    const locked: string[] = [];
    const vault = createVault({
      database,
      clock: () => nowMs,
      onLocked: () => locked.push(vault.state().type),
    });
    onTestFinished(() => {
      vault.stop();
      database.close();
    });
    return { database, vault, locked };
  };
  return {
    ...openTab(),
    openTab,
    moveClock: (ms: number) => {
      nowMs += ms;
    },
  };
};

/**
 * The same device, and another tab that writes between its reading and its transaction: `write` runs
 * once, before the first row of this kind is sealed.
 */
export const writeBefore = (
  device: TestDevice,
  kind: PrivateKind,
  write: () => Promise<unknown>,
): TestDevice => {
  let isWritten = false;
  const { vault } = device;
  return {
    ...device,
    vault: {
      ...vault,
      seal: async (sealed, id, value) => {
        if (sealed === kind && !isWritten) {
          isWritten = true;
          await write();
        }
        return vault.seal(sealed, id, value);
      },
    },
  };
};
