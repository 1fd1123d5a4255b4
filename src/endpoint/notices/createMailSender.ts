import { createTransport } from "nodemailer";
import type { MailServer } from "#endpoint/config/parseConfig.ts";
import { composeNoticeMail, failureToReason, type MailSender } from "./notifier.ts";

type MailSenderOptions = {
  readonly server: MailServer;
  readonly from: string;
  /** The address of Enlace, if configured: the only variable part of the text. */
  readonly publicAddress: string | undefined;
  readonly timeoutMs: number;
};

/** Sends the one constant mail through the configured server. */
export const createMailSender = ({
  server,
  from,
  publicAddress,
  timeoutMs,
}: MailSenderOptions): MailSender => {
  const { host, port, secure, login } = server;
  const transport = createTransport({
    host,
    port,
    secure,
    ...(login ? { auth: login } : {}),
    // A password is never sent in the clear.
    requireTLS: login !== undefined,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const mail = composeNoticeMail(publicAddress);
  return {
    send: async (to) => {
      try {
        await transport.sendMail({ from, to: { name: "", address: to }, ...mail });
        return { type: "sent" };
      } catch (error) {
        return { type: "failed", reason: failureToReason(error) };
      }
    },
  };
};
