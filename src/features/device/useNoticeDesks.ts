import { useEffect, useState } from "react";
import { isSameDesk } from "#domain/desk.ts";
import type { Enrolment } from "#domain/profile.ts";
import type { ReadableDirectory } from "#domain/readableDirectory.ts";
import { useDirectory } from "#sealing/useDirectory.ts";
import type { EnlaceDatabase, Subscribed } from "#storage/database.ts";
import { listEnrolments } from "#storage/enrolments.ts";
import { listSubscribed } from "#storage/subscribed.ts";
import { type Live, useLive } from "#storage/useLive.ts";
import { mailToDigest } from "#sync/mailToDigest.ts";

/** One of this device's desks, and how it is told that something waits. */
export type NoticeDesk = {
  readonly enrolment: Enrolment;
  readonly subscribed: Subscribed | undefined;
  /** The desk's addresses that the directory has, and that can be read now. */
  readonly addresses: readonly string[];
  /** The one that was chosen, if it is still among them. */
  readonly mail: string | null;
};

/** All desks of this device, read again whenever something about them changes. */
export const useNoticeDesks = (): Live<readonly NoticeDesk[]> => {
  const directory = useDirectory();
  const kept = useLive(readKept, "notice desks");
  const [desks, setDesks] = useState<readonly NoticeDesk[]>();
  useEffect(() => {
    if (directory.type !== "ready" || kept.type !== "ready") return undefined;
    let isWanted = true;
    void listDesks(kept.value, directory.value).then((found) => {
      if (isWanted) setDesks(found);
    });
    return () => {
      isWanted = false;
    };
  }, [directory, kept]);
  if (directory.type === "failed") return directory;
  if (kept.type === "failed") return kept;
  return desks ? { type: "ready", value: desks } : { type: "loading" };
};

type KeptNotices = {
  readonly enrolments: readonly Enrolment[];
  readonly subscribed: readonly Subscribed[];
};

const readKept = async (database: EnlaceDatabase): Promise<KeptNotices> => {
  const [all, subscribed] = await Promise.all([listEnrolments(database), listSubscribed(database)]);
  return { enrolments: all.filter(({ role }) => role === "desk"), subscribed };
};

const listDesks = (
  { enrolments, subscribed }: KeptNotices,
  directory: ReadableDirectory | undefined,
): Promise<readonly NoticeDesk[]> =>
  Promise.all(
    enrolments.map(async (enrolment) => {
      const held = subscribed.find(({ device }) => device === enrolment.device);
      const addresses = directory ? listAddresses(directory, enrolment) : [];
      const mail = await findChosen(addresses, held);
      return { enrolment, subscribed: held, addresses, mail };
    }),
  );

const listAddresses = ({ edition }: ReadableDirectory, { desk: own }: Enrolment): string[] => {
  const entry = edition.states.find(({ state }) => state === own.state);
  const desk = entry?.desks.find(({ kind }) => isSameDesk({ state: own.state, desk: kind }, own));
  return [...new Set(desk?.contacts.flatMap(({ emails }) => emails) ?? [])];
};

const findChosen = async (
  addresses: readonly string[],
  subscribed: Subscribed | undefined,
): Promise<string | null> => {
  if (!subscribed?.mailDigest) return null;
  for (const mail of addresses) {
    if ((await mailToDigest(subscribed.device, mail)) === subscribed.mailDigest) return mail;
  }
  return null;
};
