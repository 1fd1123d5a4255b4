import { deskToId, idToDesk } from "#domain/desk.ts";
import { type Desk, type Edition } from "#domain/directory/edition.ts";
import type { OutboxEntry } from "#domain/envelope/outboxEntry.ts";
import { type Day, instantToDay } from "#domain/instant.ts";
import { type DeskDevice, listRecipients } from "#domain/trust/deskDevices.ts";

/** S11: what the newest edition and registry say of an entry before it goes. */
export type StopPlan =
  | { readonly type: "stop"; readonly reason: "deskLeft" | "recipientRevoked" }
  | { readonly type: "go"; readonly notes: readonly ("deviceJoined" | "contactExpired")[] };

/** What is known of desks and devices before a push; no edition is held on a device's first minute. */
export type DeskKnowledge = {
  readonly edition: Edition | undefined;
  readonly devices: readonly DeskDevice[];
  readonly today: Day;
};

/**
 * S11. A desk that left, or a device of it that was revoked, stops an entry. A device that joined
 * since, or a contact that expired since, doesn't: it goes, with a note. What stays within one's own
 * desk is nobody else's to leave.
 */
export const planStop = (
  entry: OutboxEntry,
  { edition, devices, today }: DeskKnowledge,
): StopPlan => {
  if (entry.from === entry.to) return { type: "go", notes: [] };
  const desk = edition && findDesk(edition, entry);
  if (edition && !desk) return { type: "stop", reason: "deskLeft" };
  const isRevoked = devices.some(
    (device) =>
      device.isRevoked &&
      deskToId(device.grant.desk) === entry.to &&
      entry.sealedTo.includes(device.keys.device),
  );
  if (isRevoked) return { type: "stop", reason: "recipientRevoked" };
  const hasJoined = listRecipients(devices, idToDesk(entry.to)).some(
    ({ keys }) => !entry.sealedTo.includes(keys.device),
  );
  const hasExpired = desk?.contacts.some(
    ({ expiresOn }) => expiresOn >= instantToDay(entry.queuedAt) && expiresOn < today,
  );
  return {
    type: "go",
    notes: [
      ...(hasJoined ? (["deviceJoined"] as const) : []),
      ...(hasExpired ? (["contactExpired"] as const) : []),
    ],
  };
};

const findDesk = (edition: Edition, entry: OutboxEntry): Desk | undefined => {
  const { state, desk } = idToDesk(entry.to);
  return edition.states
    .find((each) => each.state === state)
    ?.desks.find(({ kind }) => kind === desk);
};
