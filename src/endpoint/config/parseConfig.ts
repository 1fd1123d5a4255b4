import { join, resolve } from "node:path";
import * as v from "valibot";
import { EmailAddress } from "#domain/directory/contact.ts";
import { err, ok, type Result } from "#domain/result.ts";
import { PublicKey } from "#domain/trust/signedFile.ts";

export type Config = {
  readonly port: number;
  readonly host: string;
  readonly dataPath: string;
  readonly databasePath: string;
  /** Empty if not set; then the demonstration's keys are trusted. */
  readonly publishers: readonly PublicKey[];
  readonly appPath: string;
  readonly origins: readonly string[];
  /** The address at which people reach the endpoint, for links; without a slash at its end. */
  readonly publicAddress: string | undefined;
  /** Whether that address is HTTPS. */
  readonly isHttps: boolean;
  readonly proxies: number;
  /** Turns Web Push on: the address at which a push service may contact the operator. */
  readonly vapidSubject: string | undefined;
  readonly mail: { readonly server: MailServer; readonly from: string } | undefined;
};

export type ConfigError = { readonly type: "configInvalid"; readonly issues: readonly string[] };

/** Parses the environment. A failure has one sentence for each variable that is wrong. */
export const parseConfig = (
  env: Readonly<Record<string, string | undefined>>,
): Result<Config, ConfigError> => {
  // An empty variable counts as not set, as in a shell's `PORT= npm start`.
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value));
  const parsed = v.safeParse(Environment, set);
  if (!parsed.success) {
    return err({ type: "configInvalid", issues: parsed.issues.map((issue) => issue.message) });
  }
  const variables = parsed.output;
  const { ENLACE_SMTP: server, ENLACE_MAIL_FROM: from } = variables;
  const dataPath = resolve(variables.ENLACE_DATA);
  return ok({
    port: variables.PORT,
    host: variables.HOST,
    dataPath,
    databasePath: join(dataPath, "enlace.sqlite"),
    publishers: variables.ENLACE_PUBLISHER,
    appPath: resolve(variables.ENLACE_APP ?? join(projectPath, "dist")),
    origins: variables.ENLACE_ORIGIN,
    publicAddress: variables.ENLACE_ADDRESS,
    isHttps: /^https:/i.test(variables.ENLACE_ADDRESS ?? ""),
    proxies: variables.ENLACE_PROXIES,
    vapidSubject: variables.ENLACE_VAPID_SUBJECT,
    mail: server && from !== undefined ? { server, from } : undefined,
  });
};

/** The address of the endpoint: as configured, otherwise the host and port that it listens on. */
export const formatAddress = ({ publicAddress, host }: Config, port: number): string => {
  if (publicAddress !== undefined) return publicAddress;
  const isLocal = ["127.0.0.1", "::1", "0.0.0.0", "::", "localhost"].includes(host);
  const name = isLocal ? "localhost" : host;
  return `http://${name.includes(":") ? `[${name}]` : name}:${port}`;
};

const projectPath = resolve(import.meta.dirname, "../../..");

const wholeNumber = (name: string, max: number, fallback: string) => {
  const message = (issue: { readonly input: string }) =>
    `${name} must be a whole number from 0 to ${max}, not “${issue.input}”.`;
  return v.optional(
    v.pipe(
      v.string(),
      v.check((text) => /^\d{1,5}$/.test(text) && Number(text) <= max, message),
      v.transform(Number),
    ),
    fallback,
  );
};

/** A list with commas, each part by the schema. */
const listOf = <S extends v.GenericSchema<string>>(schema: S) =>
  v.optional(
    v.pipe(
      v.string(),
      v.transform((text) => (text === "" ? [] : text.split(",").map((part) => part.trim()))),
      v.array(schema),
    ),
    "",
  );

const isOrigin = (text: string): boolean =>
  URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text;

const isHttpAddress = (text: string): boolean =>
  URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && !/[?#]/.test(text);

/** Parses `smtp[s]://user:password@host:port`; the login and the port are optional. */
export const parseMailServer = (text: string): MailServer | undefined => {
  if (!URL.canParse(text)) return undefined;
  const { protocol, hostname, port, username, password, pathname, search, hash } = new URL(text);
  const secure = protocol === "smtps:";
  if ((!secure && protocol !== "smtp:") || hostname === "") return undefined;
  if (pathname.replace("/", "") + search + hash !== "") return undefined;
  if ((username === "") !== (password === "")) return undefined;
  const [user, pass] = [decode(username), decode(password)];
  if (user === undefined || pass === undefined) return undefined;
  return {
    host: hostname.replace(/^\[(.*)\]$/, "$1"),
    port: port === "" ? (secure ? 465 : 587) : Number(port),
    secure,
    login: user === "" ? undefined : { user, pass },
  };
};

/** They turn on notifications to devices. */
const noticeSettings = {
  ENLACE_VAPID_SUBJECT: v.optional(
    v.pipe(
      v.string(),
      v.check(
        (text) => /^(mailto:[^\s@]+@[^\s@]+|https:\/\/[^\s?#]+)$/.test(text),
        ({ input }) =>
          `ENLACE_VAPID_SUBJECT must be an address such as mailto:desk@enlace.example or ` +
          `https://enlace.example, not “${input}”.`,
      ),
    ),
  ),
  ENLACE_SMTP: v.optional(
    v.pipe(
      v.string(),
      v.check(
        (text) => parseMailServer(text) !== undefined,
        // The message does not repeat the value: it contains a password.
        "ENLACE_SMTP must be an address such as smtps://user:password@mail.example:465.",
      ),
      v.transform(parseMailServer),
    ),
  ),
  ENLACE_MAIL_FROM: v.optional(
    v.pipe(
      v.string(),
      v.check(
        (text) => v.is(EmailAddress, text),
        ({ input }) => `ENLACE_MAIL_FROM must be an e-mail address, not “${input}”.`,
      ),
    ),
  ),
};

const Settings = v.object({
  PORT: wholeNumber("PORT", 65_535, "8787"),
  HOST: v.optional(v.string(), "127.0.0.1"),
  ENLACE_DATA: v.optional(v.string(), "data"),
  ENLACE_PUBLISHER: listOf(
    v.pipe(
      v.string(),
      v.check(
        (text) => v.is(PublicKey, text),
        ({ input }) =>
          `ENLACE_PUBLISHER must be public keys of 43 characters, with commas between them, ` +
          `not “${input}”.`,
      ),
      v.transform((text) => v.parse(PublicKey, text)),
    ),
  ),
  ENLACE_APP: v.optional(v.string()),
  ENLACE_ORIGIN: listOf(
    v.pipe(
      v.string(),
      v.check(
        isOrigin,
        ({ input }) =>
          `ENLACE_ORIGIN must be origins such as https://app.example, with commas ` +
          `between them and without a path, not “${input}”.`,
      ),
    ),
  ),
  ENLACE_ADDRESS: v.optional(
    v.pipe(
      v.string(),
      v.check(
        isHttpAddress,
        ({ input }) =>
          `ENLACE_ADDRESS must be an address such as https://enlace.example, not “${input}”.`,
      ),
      v.transform((text) => text.replace(/\/+$/, "")),
    ),
  ),
  ENLACE_PROXIES: wholeNumber("ENLACE_PROXIES", 9, "0"),
  ...noticeSettings,
});

const Environment = v.pipe(
  Settings,
  v.check(
    ({ ENLACE_SMTP: server, ENLACE_MAIL_FROM: from }) => !server === !from,
    "ENLACE_SMTP and ENLACE_MAIL_FROM are set both, or neither.",
  ),
);

/** A mail server that sends for us. */
export type MailServer = {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte (RFC 8314); otherwise STARTTLS if the server offers it. */
  readonly secure: boolean;
  readonly login: { readonly user: string; readonly pass: string } | undefined;
};

const decode = (text: string): string | undefined => {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
};
