import { useEffect, useState } from "react";
import { ok, type Result } from "#domain/result.ts";
import type { SubscriptionRequest } from "#protocol/subscription.ts";
import { useDirectory } from "#sealing/records/useDirectory.ts";
import { unsubscribePush } from "#storage/device/erasePrivateData.ts";
import type { StorageError } from "#storage/storageError.ts";
import { type Live, useLive } from "#storage/useLive.ts";
import { type AskError, type NoticeOffer, type Sync, useSync } from "#sync/useSync.ts";
import {
  type BrowserPush,
  type PushError,
  readBrowserPush,
  subscribeBrowser,
} from "./browserPush.ts";
import { listNoticeDesks, type NoticeDesk, readKeptNotices } from "./noticeDesks.ts";

type NoticeFailure = AskError | StorageError | PushError;

export type Notices = {
  readonly browser: BrowserPush | undefined;
  readonly offer: Result<NoticeOffer, AskError> | undefined;
  readonly isWorking: boolean;
  readonly failure: NoticeFailure | undefined;
  readonly turnOn: (desks: readonly NoticeDesk[], key: string) => void;
  readonly turnOff: (desks: readonly NoticeDesk[]) => void;
  readonly chooseMail: (desk: NoticeDesk, mail: string | null) => void;
};

/** Turns notifications on and off; the endpoint's answer is read from storage, not from here. */
export const useNotices = (): Notices => {
  const sync = useSync();
  const [browser, setBrowser] = useState<BrowserPush>();
  const [offer, setOffer] = useState<Notices["offer"]>();
  const [isWorking, setWorking] = useState(false);
  const [failure, setFailure] = useState<NoticeFailure>();
  useEffect(() => {
    readBrowserPush().then(setBrowser, () => setBrowser({ type: "missing" }));
    sync.findNoticeOffer().then(setOffer, reportError);
  }, [sync]);
  const work = async (run: () => Promise<Result<void, NoticeFailure>>): Promise<void> => {
    if (isWorking) return;
    setWorking(true);
    setFailure(undefined);
    try {
      const done = await run();
      if (!done.ok) setFailure(done.error);
      setBrowser(await readBrowserPush());
    } finally {
      setWorking(false);
    }
  };
  return {
    browser,
    offer,
    isWorking,
    failure,
    turnOn: (desks, key) => void work(() => turnOn(sync, desks, key)).catch(reportError),
    turnOff: (desks) => void work(() => turnOff(sync, desks)).catch(reportError),
    chooseMail: ({ enrolment }, mail) => {
      // Leaves the push address as it is, if it is valid at all.
      const isOffered = offer?.ok === true && offer.value.push !== null;
      const push = isOffered && browser?.type === "on" ? browser.target : null;
      void work(() => sync.subscribe(enrolment, { push, mail })).catch(reportError);
    },
  };
};

const turnOn = async (
  sync: Sync,
  desks: readonly NoticeDesk[],
  key: string,
): Promise<Result<void, NoticeFailure>> => {
  const target = await subscribeBrowser(key);
  return target.ok ? tellDesks(sync, desks, target.value) : target;
};

/**
 * Unsubscribes the browser first: once it refuses messages, the push service informs the endpoint.
 */
const turnOff = async (
  sync: Sync,
  desks: readonly NoticeDesk[],
): Promise<Result<void, NoticeFailure>> => {
  await unsubscribePush();
  return tellDesks(sync, desks, null);
};

const tellDesks = async (
  sync: Sync,
  desks: readonly NoticeDesk[],
  push: SubscriptionRequest["push"],
): Promise<Result<void, NoticeFailure>> => {
  for (const { enrolment, mail } of desks) {
    const told = await sync.subscribe(enrolment, { push, mail });
    if (!told.ok) return told;
  }
  return ok(undefined);
};

/** All desks of this device, read again whenever anything about them changes. */
export const useNoticeDesks = (): Live<readonly NoticeDesk[]> => {
  const directory = useDirectory();
  const kept = useLive(readKeptNotices, "notice desks");
  const [desks, setDesks] = useState<readonly NoticeDesk[]>();
  useEffect(() => {
    if (directory.type !== "ready" || kept.type !== "ready") return undefined;
    let isWanted = true;
    void listNoticeDesks(kept.value, directory.value).then((found) => {
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
