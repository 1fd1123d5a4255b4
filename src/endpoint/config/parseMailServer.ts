/** A server that takes mail for us. */
export type MailServer = {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte (RFC 8314); else STARTTLS where the server has it. */
  readonly secure: boolean;
  readonly login: { readonly user: string; readonly pass: string } | undefined;
};

/** `smtp[s]://user:password@host:port`, with the last two and the port left out if there are none. */
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

const decode = (text: string): string | undefined => {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
};
