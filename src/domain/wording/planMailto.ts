/**
 * The maximum length of an encoded `mailto:` address. Windows passes on at most 2,083 characters
 * (INTERNET_MAX_URL_LENGTH), and Outlook there is reported to open nothing beyond some 2,000; other
 * programs are reported to accept more. None of this was measured with mail programs here, so the
 * limit stays below the smallest figure known, with room for what a program adds.
 */
export const mailtoMaxLength = 1900;

export type Mail = {
  readonly to: readonly string[];
  readonly subject: string;
  readonly body: string;
  /** Added at the end of a body that does not fit: tells where to paste the rest. */
  readonly continued: string;
};

export type MailtoPlan = {
  readonly href: string;
  /** The rest, to be copied into the mail; null if everything fit. */
  readonly rest: string | null;
};

/**
 * Creates a `mailto:` address (RFC 6068) of at most {@link mailtoMaxLength} characters. A longer
 * body is cut at the end of a line, or of a word if the first line alone is too long; `rest` begins
 * at the cut, and only white space is lost between them.
 */
export const planMailto = (mail: Mail, maxLength = mailtoMaxLength): MailtoPlan => {
  const head = `mailto:${mail.to.map(encodeAddress).join(",")}?subject=${encode(mail.subject)}&body=`;
  const whole = head + encode(mail.body);
  if (whole.length <= maxLength) return { href: whole, rest: null };
  const tail = encode(`\n\n${mail.continued}`);
  const cut = planCut(mail.body, maxLength - head.length - tail.length);
  return {
    href: head + encode(mail.body.slice(0, cut).trimEnd()) + tail,
    rest: mail.body.slice(cut).trimStart(),
  };
};

/** Finds where to cut so that the text before the cut fits into `room` encoded characters. */
const planCut = (body: string, room: number): number => {
  let lineEnd = 0;
  let wordEnd = 0;
  let used = 0;
  let at = 0;
  for (const character of body) {
    if (character === "\n") lineEnd = at;
    if (/\s/.test(character)) wordEnd = at;
    used += encode(character).length;
    if (used > room) break;
    at += character.length;
  }
  return lineEnd || wordEnd;
};

/**
 * Encodes text as in RFC 6068, 5: line breaks are `%0D%0A`. Half a surrogate pair can't be encoded
 * and becomes U+FFFD.
 */
const encode = (text: string): string =>
  encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\uFFFD").replace(/\r\n|\r|\n/g, "\r\n"));

const encodeAddress = (address: string): string => encodeURIComponent(address).replace("%40", "@");
