import type { Enrolment } from "#domain/device/profile.ts";
import { listDeskMails } from "#domain/directory/edition.ts";
import type { ReadableDirectory } from "#domain/directory/readableDirectory.ts";
import type { EnlaceDatabase, Subscribed } from "#storage/database.ts";
import { listEnrolments } from "#storage/desk/enrolments.ts";
import { listSubscribed } from "#storage/device/subscribed.ts";
import { findChosenMail } from "#sync/device/subscribeDevice.ts";

/** One of this device's desks, and how it is notified of waiting letters. */
export type NoticeDesk = {
  readonly enrolment: Enrolment;
  readonly subscribed: Subscribed | undefined;
  /** The desk's addresses that are in the directory and can be read now. */
  readonly addresses: readonly string[];
  /** The chosen address, if it is one of them. */
  readonly mail: string | null;
};

type KeptNotices = {
  readonly enrolments: readonly Enrolment[];
  readonly subscribed: readonly Subscribed[];
};

/**
 * Reads what is saved about this device's desks; leaves out readers, for whom nothing can arrive.
 */
export const readKeptNotices = async (database: EnlaceDatabase): Promise<KeptNotices> => {
  const [all, subscribed] = await Promise.all([listEnrolments(database), listSubscribed(database)]);
  return { enrolments: all.filter(({ role }) => role === "desk"), subscribed };
};

/** Adds what the directory says of each desk. */
export const listNoticeDesks = (
  { enrolments, subscribed }: KeptNotices,
  directory: ReadableDirectory | undefined,
): Promise<readonly NoticeDesk[]> =>
  Promise.all(
    enrolments.map(async (enrolment) => {
      const found = subscribed.find(({ device }) => device === enrolment.device);
      const addresses = directory ? listDeskMails(directory.edition, enrolment.desk) : [];
      const mail = await findChosenMail(addresses, found);
      return { enrolment, subscribed: found, addresses, mail };
    }),
  );
