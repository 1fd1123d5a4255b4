import { deskToId, type StateCode } from "#domain/desk.ts";
import type { DeviceId } from "#domain/envelope/envelope.ts";
import type { KeptLetter, ThreadRecord } from "#domain/thread/thread.ts";
import { keepThreadSummaries, openThreadList } from "#features/inquiries/list/openThreadList.ts";
import { finishEnrolment } from "#sealing/desk/enrolment.ts";
import { createPendingEnrolment } from "#sealing/records/identities.ts";
import { planThreadWrite } from "#sealing/records/records.ts";
import type { PrivateDeps } from "#sealing/vault/useSealing.ts";
import { createVault } from "#sealing/vault/vault.ts";
import { createSigningSeed } from "#signing/signText.ts";
import { type ArrivedRow, EnlaceDatabase, type SentRow } from "#storage/database.ts";
import { databaseName } from "#storage/openDatabase.ts";
import { changePrivates } from "#storage/privates/privates.ts";
import { listThreadListRows } from "#storage/threads/threadListRows.ts";
import { sampleNow } from "#tests/world/moments.ts";
import { createThreads, epoch } from "./createThreads.ts";
import { valueOf } from "./valueOf.ts";

const desk = { state: "UY" as StateCode, desk: "policy" } as const;
/** An envelope of these letters to four devices, two of each desk. */
const envelopeBytes = 14 * 1024;

/**
 * Makes the app's own database that of a desk's only device after years: a passphrase, an enrolment,
 * and threads with all that the app keeps about them. Gives how many letters there are.
 */
export const fillDevice = async (passphrase: string, threadCount: number): Promise<number> => {
  const clock = (): number => Date.now();
  const database = new EnlaceDatabase(databaseName);
  const vault = createVault({ database, clock, onLocked: () => undefined });
  valueOf(await vault.setUp(passphrase));
  const device = await enrol({ database, vault });
  const threads = createThreads(desk, device, threadCount);
  const writes = await Promise.all(
    threads.map(async (thread) => valueOf(await planThreadWrite(vault, thread, 0))),
  );
  valueOf(await changePrivates(database, writes, []));
  const letters = threads.flatMap((thread) => thread.letters);
  await fillAround(database, threads, device);
  await keepLines({ database, vault });
  vault.stop();
  database.close();
  return letters.length;
};

const enrol = async (deps: PrivateDeps): Promise<DeviceId> => {
  const how = { clock: () => Date.now(), newId: () => crypto.randomUUID() };
  const pending = await createPendingEnrolment(how, createSigningSeed());
  const { device } = pending.secrets;
  const answer = { device, role: "desk", desk, enrolledAt: sampleNow, epoch } as const;
  valueOf(await finishEnrolment(deps, pending, answer));
  return device;
};

/** Feed, notices and sent envelopes, which a list is told together with its threads. */
const fillAround = async (
  database: EnlaceDatabase,
  threads: readonly ThreadRecord[],
  device: DeviceId,
): Promise<void> => {
  const letters = threads.flatMap((thread) => thread.letters);
  const own = letters.filter(({ letter }) => letter.author === device);
  const opened = letters.map(toArrived);
  const delivered = own.map(
    ({ letter }, place): ArrivedRow => ({
      desk: deskToId(desk),
      position: letters.length + place + 1,
      state: "notice",
      notice: "delivered",
      envelopeId: letter.id,
      thread: letter.thread,
      device: crypto.randomUUID() as DeviceId,
      at: letter.writtenAt,
    }),
  );
  await database.arrived.bulkPut([...opened, ...delivered]);
  const next = opened.length + delivered.length;
  await database.positions.put({ desk: deskToId(desk), epoch, next });
  await database.sent.bulkPut(own.map(toSent));
  const bytes = "A".repeat(envelopeBytes);
  const envelopes = own.map(({ letter }) => ({ envelopeId: letter.id, bytes }));
  await database.sentBytes.bulkPut(envelopes);
};

/** As the list itself does whenever it is looked at. */
const keepLines = async (deps: PrivateDeps): Promise<void> => {
  const rows = await listThreadListRows(deps.database);
  await keepThreadSummaries(deps, rows, valueOf(await openThreadList(deps, rows)));
  if ((await deps.database.touched.count()) > 0) throw new Error("no lines were kept");
};

const toArrived = ({ letter, position, receipt }: KeptLetter): ArrivedRow => {
  if (position === null || receipt === null) throw new Error("a letter that no feed has");
  const { id: envelopeId, thread, kind } = letter;
  const place = { desk: deskToId(desk), position, envelopeId, thread, kind, receipt };
  return { ...place, state: "opened", bytes: null, problem: null };
};

const toSent = ({ letter, receipt }: KeptLetter, sequence: number): SentRow => ({
  envelopeId: letter.id,
  thread: letter.thread,
  kind: letter.kind,
  from: deskToId(letter.from),
  to: deskToId(letter.to),
  sealedTo: [letter.author],
  sequence,
  digests: receipt ? [receipt.digest] : [],
  queuedAt: letter.writtenAt,
  receipt,
  lostReceipt: null,
  withdrawn: false,
  notes: [],
});
