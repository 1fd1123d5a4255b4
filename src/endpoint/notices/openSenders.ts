import type { Config } from "#endpoint/config/parseConfig.ts";
import type { Store } from "#endpoint/store/store.ts";
import type { MailSender, PushSender } from "./notifier.ts";

/** How long one notice may take. */
const timeoutMs = 10_000;

/**
 * By which ways this endpoint tells that something waits, as configured; none is the rule, so the
 * packages for it, a quarter of the time of a start, are loaded only where there is one.
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
  // Browsers subscribe to the key: with another one all of them would be without notices.
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
