import { deskToId, idToDesk } from "#domain/desk.ts";
import { type Desk, type Edition } from "#domain/directory/edition.ts";
import type { OutboxEntry } from "#domain/envelope/outboxEntry.ts";
import { type Day, instantToDay } from "#domain/instant.ts";
import { type DeskDevice, listRecipients } from "#domain/trust/deskDevices.ts";

/** S11: whether an entry may be sent, by the newest edition and registry. */
export type StopPlan =
  | { readonly type: "stop"; readonly reason: "deskLeft" | "recipientRevoked" }
  | { readonly type: "go"; readonly notes: readonly ("deviceJoined" | "contactExpired")[] };

/** Desks and devices as known before a push. In a device's first minute there is no edition. */
export type DeskKnowledge = {
  readonly edition: Edition | undefined;
  readonly devices: readonly DeskDevice[];
  readonly today: Day;
};

/**
 * S11. An entry is stopped if its desk has left the directory, or if a device that it is sealed to was
 * revoked. If a device has joined or a contact has expired since, it is sent, with a remark for its sender. Messages
 * within one's own desk are never stopped.
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
