import { setImmediate } from "node:timers/promises";
import type { DeskId } from "#domain/desk.ts";
import { type Instant, instantToMs, msToInstant } from "#domain/instant.ts";
import type { Config } from "#endpoint/config/parseConfig.ts";
import { errorToLogLine, type WriteLog } from "#endpoint/http/log.ts";
import type { ServedEdition } from "#endpoint/published/createEditionReader.ts";
import type { DueNotice, Store } from "#endpoint/store/store.ts";
import type { HealthAnswer } from "#protocol/health.ts";
import type { PushTarget } from "#protocol/subscription.ts";

/** The outcome of one notification. `gone`: the push service no longer knows the subscription. */
export type NoticeOutcome =
  | { readonly type: "sent" }
  | { readonly type: "gone" }
  /** `reason` is a code or a status, never an address. */
  | { readonly type: "failed"; readonly reason: string };

export type PushSender = {
  readonly key: string;
  readonly send: (target: PushTarget) => Promise<NoticeOutcome>;
};

export type MailSender = { readonly send: (to: string) => Promise<NoticeOutcome> };

export type Notifier = {
  /** The ways of notification that a device may subscribe to here. */
  readonly offer: Pick<HealthAnswer, "push" | "mail">;
  /** Notifies the subscribed devices of this desk, in the background. Never throws. */
  readonly announce: (desk: DeskId) => void;
  /** Starts nothing more, and waits for what was started; each notification has a time limit. */
  readonly stop: () => Promise<void>;
};

type NotifierDeps = {
  readonly store: Store;
  readonly clock: () => Instant;
  readonly writeLog: WriteLog;
  readonly readNewestEdition: () => Promise<ServedEdition | undefined>;
  /** The minimum interval between notifications to one device. */
  readonly pauseMs: number;
  readonly push: PushSender | null;
  readonly mail: MailSender | null;
};

/**
 * Notifies devices that something waits, and never of what. A notification that fails is not repeated
 * until something else comes: a person who opens the app finds the message anyway.
 */
export const createNotifier = (deps: NotifierDeps): Notifier => {
  const { store, clock, writeLog, push, mail } = deps;
  const begun = new Set<Promise<void>>();
  let later: NodeJS.Timeout | undefined;
  let isStopped = false;

  const tell = async (desk?: DeskId): Promise<void> => {
    // Let the HTTP response go out first.
    await setImmediate();
    if (desk !== undefined) await store.markWaiting(desk);
    const at = clock();
    const notSince = msToInstant(instantToMs(at) - deps.pauseMs);
    const { due, isMore } = await store.claimNotices(at, notSince);
    if (isMore && !isStopped) later ??= setTimeout(tellRest, deps.pauseMs);
    await deliver(deps, due);
  };

  const begin = (desk?: DeskId): void => {
    const work = tell(desk)
      .catch((error: unknown) => writeLog(errorToLogLine(error)))
      .finally(() => begun.delete(work));
    begun.add(work);
  };

  const tellRest = (): void => {
    later = undefined;
    begin();
  };

  return {
    offer: { push: push && { key: push.key }, mail: mail !== null },
    announce: (desk) => {
      if (!isStopped && (push || mail)) begin(desk);
    },
    stop: async () => {
      isStopped = true;
      clearTimeout(later);
      await Promise.all(begun);
    },
  };
};

const deliver = async (deps: NotifierDeps, due: readonly DueNotice[]): Promise<void> => {
  const { push, mail, writeLog } = deps;
  const note = (by: "push" | "mail", outcome: NoticeOutcome): void => {
    if (outcome.type !== "sent") {
      const reason = outcome.type === "gone" ? "gone" : outcome.reason;
      writeLog({ type: "noticeFailed", by, reason });
    }
  };
  const pushTo = async ({ device, push: target }: DueNotice): Promise<void> => {
    if (!push || !target) return;
    const outcome = await push.send(target);
    note("push", outcome);
    if (outcome.type === "gone") await deps.store.dropPush(device, target);
  };
  const mailTo = async (address: string): Promise<void> => {
    if (mail) note("mail", await mail.send(address));
  };
  const addresses = mail ? await listAddresses(deps, due) : [];
  await Promise.all([...due.map(pushTo), ...addresses.map(mailTo)]);
};

/** Each once, and only those that are still in the directory. */
const listAddresses = async (
  { readNewestEdition }: NotifierDeps,
  due: readonly DueNotice[],
): Promise<readonly string[]> => {
  if (due.every(({ mail }) => mail === null)) return [];
  const newest = await readNewestEdition();
  const listed = due.flatMap(({ desk, mail }) =>
    mail !== null && newest?.desks.get(desk)?.has(mail) ? [mail] : [],
  );
  return [...new Set(listed)];
};

/** The part of a failed notification that may be logged: a code or a status. Messages quote addresses. */
export const failureToReason = (error: unknown): string => {
  if (typeof error !== "object" || error === null) return "unknown";
  if ("responseCode" in error && typeof error.responseCode === "number") {
    return `${error.responseCode}`;
  }
  if ("code" in error && typeof error.code === "string" && /^[A-Z_\d]{1,60}$/.test(error.code)) {
    return error.code;
  }
  return error instanceof Error ? error.name : "unknown";
};

/** The one mail that the endpoint writes, without the two addresses. */
type NoticeMail = {
  readonly subject: string;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly xMailer: false;
};

/** In the order in which the app offers the languages. */
const sentences = [
  "Something is waiting in Enlace. Please open it on your device.",
  "Algo espera en Enlace. Le rogamos abrirlo en su dispositivo.",
  "Quelque chose attend dans Enlace. Veuillez l’ouvrir sur votre appareil.",
  "Algo aguarda no Enlace. Queira abri-lo em seu dispositivo.",
];

/**
 * Mail servers on the way can read it, so it is the same for every message: it names no State, no
 * number and no subject. `publicAddress` is the endpoint's own, as configured.
 */
export const composeNoticeMail = (publicAddress: string | undefined): NoticeMail => ({
  subject: "Enlace",
  text: [...sentences, ...(publicAddress === undefined ? [] : [publicAddress]), ""].join("\n\n"),
  // RFC 3834: keeps automatic replies from answering it.
  headers: { "Auto-Submitted": "auto-generated" },
  xMailer: false,
});

/** The time limit of one notification. */
const timeoutMs = 10_000;

/**
 * Opens the configured ways of notification. Most endpoints have none, so the packages for them, which
 * take a quarter of the start-up time, are loaded only when needed.
 */
export const openSenders = async (
  config: Config,
  store: Store,
): Promise<{ readonly push: PushSender | null; readonly mail: MailSender | null }> => ({
  push: config.vapidSubject === undefined ? null : await openPush(config.vapidSubject, store),
  mail: config.mail ? await openMail(config.mail, config.publicAddress) : null,
});

const openPush = async (subject: string, store: Store): Promise<PushSender> => {
  const { createPushKeys, createPushSender } = await import("./createPushSender.ts");
  const { createPublicAgent } = await import("./createPublicAgent.ts");
  // Browsers subscribe to the key: a new one would cut all of them off.
  const keys = await store.keepPushKeys(createPushKeys());
  return createPushSender({ keys, subject, agent: createPublicAgent(), timeoutMs });
};

const openMail = async (
  mail: NonNullable<Config["mail"]>,
  publicAddress: string | undefined,
): Promise<MailSender> => {
  const { createMailSender } = await import("./createMailSender.ts");
  return createMailSender({ ...mail, publicAddress, timeoutMs });
};
