import * as v from "valibot";
import { type DeskId, idToDesk } from "#domain/desk.ts";
import { EnvelopeKind, ThreadId } from "#domain/envelope/envelope.ts";
import { err, ok, type Result } from "#domain/result.ts";
import type { ThreadPlace } from "#domain/thread/thread.ts";
import type { FeedAnswer, FeedRow } from "#protocol/messages.ts";
import type { ArrivedRow, EnlaceDatabase, FeedPosition } from "#storage/database.ts";
import { findDeskEnrolment, listServedDesks } from "#storage/desk/enrolments.ts";
import { requeueSent } from "#storage/outbox/sent.ts";
import {
  type PrivateChanged,
  type PrivateWrite,
  touchThreads,
  writePrivates,
} from "#storage/privates/privates.ts";

export type ArrivedEnvelope = Exclude<ArrivedRow, { state: "notice" }>;
export type ArrivedNotice = Extract<ArrivedRow, { state: "notice" }>;

/** The result of opening an envelope; its id shows if it is still at this place. */
export type OpenedMark = Pick<ArrivedEnvelope, "desk" | "position" | "envelopeId"> &
  (
    | { readonly state: "opened" }
    | { readonly state: "problem"; readonly problem: NonNullable<ArrivedEnvelope["problem"]> }
  );

/** Finds this device's position in a desk's feed; undefined before the first page. */
export const findFeedPosition = (
  database: EnlaceDatabase,
  desk: DeskId,
): Promise<FeedPosition | undefined> => database.positions.get(desk);

/**
 * S7: saves a page's rows and the position after it, or neither. S12: a new epoch replaces the old
 * epoch's rows with this page, which was requested from the start, and queues again what this
 * device had sent. Refused once the device is no longer enrolled at the desk, here or in another
 * tab.
 */
export const saveFeedPage = (
  database: EnlaceDatabase,
  page: FeedAnswer,
): Promise<Result<void, { type: "deskNotEnrolled" }>> => {
  const { arrived, positions, enrolments, sent, sentBytes, outbox, touched } = database;
  const { desk, epoch, next } = page;
  const rows = page.rows.map((row) => feedRowToArrived(desk, row));
  const ofSent = [sent, sentBytes, outbox, touched];
  return database.transaction("rw", [arrived, positions, enrolments, ...ofSent], async () => {
    const enrolment = await findDeskEnrolment(database, idToDesk(desk));
    if (!enrolment) return err({ type: "deskNotEnrolled" as const });
    const found = await positions.get(desk);
    if (found?.epoch !== epoch) {
      await removeArrived(database, desk);
      await requeueSent(database, desk, epoch);
    }
    const existing = await arrived.bulkGet(rows.map(({ position }) => [desk, position]));
    // Another tab may have saved, and even opened, some of them.
    await arrived.bulkAdd(rows.filter((_, index) => existing[index] === undefined));
    await placeNotices(database, rows.filter(isNotice));
    const reached = found?.epoch === epoch ? found.next : 0;
    await positions.put({ desk, epoch, next: Math.max(next, reached) });
    return ok(undefined);
  });
};

/** Lists envelopes that nobody has tried to open yet, in the feed's order. */
export const listSealed = async (database: EnlaceDatabase): Promise<ArrivedEnvelope[]> =>
  (await database.arrived.where("state").equals("sealed").toArray()).filter(isEnvelope);

/** Lists troubled envelopes, with their bytes: another identity may open them. */
export const listTroubled = async (database: EnlaceDatabase): Promise<ArrivedEnvelope[]> =>
  (await database.arrived.where("state").equals("problem").toArray()).filter(isEnvelope);

/** Lists the notices for these threads' envelopes: delivered, or every recipient gone. */
export const listNotices = async (
  database: EnlaceDatabase,
  threads: readonly ThreadId[],
): Promise<ArrivedNotice[]> =>
  (await database.arrived.where("thread").anyOf(threads).toArray()).filter(isNotice);

/** Lists the opened handovers within the desk, from colleagues' devices or this one. */
export const listHandovers = async (database: EnlaceDatabase): Promise<ArrivedEnvelope[]> =>
  (await database.arrived.where("kind").equals("handover").toArray())
    .filter(isEnvelope)
    .filter(({ state }) => state === "opened");

/**
 * Marks opened envelopes, and saves their letters under the data key, in one transaction; skips
 * desks that were revoked meanwhile (S13). A mark changes nothing if another envelope is at its
 * place by now (a new epoch), or another tab has opened the envelope.
 */
export const saveOpened = (
  database: EnlaceDatabase,
  marks: readonly OpenedMark[],
  privates: readonly PrivateWrite[],
): Promise<Result<void, PrivateChanged>> =>
  database.transaction("rw", listTables(database), async () => {
    const served = await listServedDesks(database);
    const current = privates.filter(({ row: { desk } }) => desk !== null && served.has(desk));
    const written = await writePrivates(database, current, []);
    if (!written.ok) return written;
    for (const mark of marks) {
      const row = await database.arrived.get([mark.desk, mark.position]);
      if (!row || !isEnvelope(row) || row.envelopeId !== mark.envelopeId) continue;
      if (row.state === "opened") continue;
      await database.arrived.put(
        mark.state === "opened"
          ? { ...row, state: "opened", bytes: null, problem: null }
          : { ...row, state: "problem", problem: mark.problem },
      );
    }
    return written;
  });

/** Removes a desk's arrivals, and touches the threads that its notices were about. */
const removeArrived = async (database: EnlaceDatabase, desk: DeskId): Promise<void> => {
  const rows = await database.arrived.filter((row) => row.desk === desk).toArray();
  const told = rows.filter(isNotice).flatMap(({ thread: id }) => (id ? [{ id, desk }] : []));
  await database.arrived.bulkDelete(rows.map(({ position }) => [desk, position]));
  await touchThreads(database, told);
};

/** Finds each notice's thread: its envelope arrived earlier, or was sent from here. */
const placeNotices = async (
  database: EnlaceDatabase,
  notices: readonly ArrivedNotice[],
): Promise<void> => {
  const placed: ThreadPlace[] = [];
  for (const notice of notices) {
    const { desk, position, envelopeId } = notice;
    const named = await database.arrived.where("envelopeId").equals(envelopeId).toArray();
    const sent = await database.sent.get(envelopeId);
    const id = named.find((row) => row.desk === desk && isEnvelope(row))?.thread ?? sent?.thread;
    if (!id) continue;
    await database.arrived.update([desk, position], { thread: id });
    placed.push({ id, desk });
  }
  await touchThreads(database, placed);
};

const isEnvelope = (row: ArrivedRow): row is ArrivedEnvelope => row.state !== "notice";
const isNotice = (row: ArrivedRow): row is ArrivedNotice => row.state === "notice";

const listTables = ({ arrived, enrolments, privates, singles, touched }: EnlaceDatabase) => [
  arrived,
  enrolments,
  privates,
  singles,
  touched,
];

const Outside = v.object({ thread: ThreadId, kind: EnvelopeKind });

const feedRowToArrived = (desk: DeskId, row: FeedRow): ArrivedRow => {
  const { position } = row;
  if (row.type !== "envelope") {
    const device = row.type === "delivered" ? row.device : null;
    const { type: notice, envelope: envelopeId, at } = row;
    return { desk, position, state: "notice", notice, envelopeId, thread: null, device, at };
  }
  const { bytes, receipt } = row;
  const { thread, kind } = readOutside(bytes) ?? { thread: null, kind: null };
  const envelopeId = receipt.id;
  return {
    desk,
    position,
    state: "sealed",
    envelopeId,
    thread,
    kind,
    bytes,
    receipt,
    problem: null,
  };
};

/**
 * Reads an envelope's unsealed fields, only for counting and sorting: the authoritative values are
 * inside the seal, and verified there.
 */
const readOutside = (bytes: string): v.InferOutput<typeof Outside> | undefined => {
  try {
    const parsed = v.safeParse(Outside, JSON.parse(bytes));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
};
