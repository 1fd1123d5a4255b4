import { deskToId } from "#domain/desk.ts";
import type { Enrolment } from "#domain/device/profile.ts";
import type { ThreadId } from "#domain/envelope/envelope.ts";
import type { Instant } from "#domain/instant.ts";
import type { ThreadSummary } from "#domain/thread/threadSummary.ts";
import { type DeskDevice, listRecipients } from "#domain/trust/deskDevices.ts";
import type { HandOverRows } from "#storage/threads/handOverRows.ts";
import type { ListGroup } from "./planThreadList.ts";

export type HandOverPlan = {
  readonly desk: Enrolment["desk"];
  /** How many of the desk's devices joined after something of these threads was sealed. */
  readonly deviceCount: number;
  readonly threads: readonly ThreadId[];
};

type HeldLetter = ThreadSummary["held"][number];

/**
 * Open threads that devices of one's own desk can't read, because they joined later. What this device
 * sealed itself, it knows to whom; of the rest, a device knows what was held after it enrolled. Its
 * clock may be wrong: this only suggests, and handing over twice does no harm.
 */
export const planHandOvers = (
  { sent, handovers }: HandOverRows,
  open: readonly ThreadSummary[],
  enrolments: readonly Enrolment[],
  devices: readonly DeskDevice[],
): readonly HandOverPlan[] => {
  const sentById = new Map(sent.map((row) => [row.envelopeId, row]));
  const handed = sent.filter(({ kind }) => kind === "handover");
  // What is not held yet comes by the feed, or is sealed again before it goes.
  const hasLetter = ({ keys }: DeskDevice, { id, at: heldAt }: HeldLetter): boolean => {
    const own = sentById.get(id);
    if (own ? own.sealedTo.includes(keys.device) : heldAt >= keys.enrolledAt) return true;
    const isSince = (at: Instant): boolean => at >= heldAt;
    return (
      handed.some((row) => row.sealedTo.includes(keys.device) && isSince(row.queuedAt)) ||
      handovers.some((row) => row.receipt.heldAt >= keys.enrolledAt && isSince(row.receipt.heldAt))
    );
  };
  return enrolments
    .filter(({ role }) => role === "desk")
    .flatMap(({ desk, device: own }) => {
      const threads = open.filter((record) => record.desk === deskToId(desk));
      const others = listRecipients(devices, desk).filter(({ keys }) => keys.device !== own);
      const lacking = others.map((other) =>
        threads.filter((record) => record.held.some((letter) => !hasLetter(other, letter))),
      );
      const wanted = new Set(lacking.flat().map(({ id }) => id));
      const deviceCount = lacking.filter((lacked) => lacked.length > 0).length;
      return deviceCount > 0 ? [{ desk, deviceCount, threads: [...wanted] }] : [];
    });
};

/** Those that the list has, and that are neither closed nor taken back. */
export const listOpenThreads = (groups: readonly ListGroup[]): readonly ThreadSummary[] =>
  groups
    .flatMap(({ rows }) => rows)
    .flatMap((row) => {
      if (row.type !== "thread") return [];
      const { state } = row.summary;
      return state === "closed" || state === "withdrawn" ? [] : [row.summary];
    });
