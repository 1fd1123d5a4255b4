/**
 * How long a `mailto:` address may be, encoded. Windows hands one over in at most 2,083 characters
 * (INTERNET_MAX_URL_LENGTH), and Outlook there is reported to open nothing beyond some 2,000; other
 * programs are reported to take more. None of this was measured with mail programs here, so the
 * limit stays below the smallest figure known, with room for what a program adds.
 */
export const mailtoMaxLength = 1900;

export type Mail = {
  readonly to: readonly string[];
  readonly subject: string;
  readonly body: string;
  /** Stands at the end of a body that does not fit: where the rest is to be pasted. */
  readonly continued: string;
};

export type MailtoPlan = {
  readonly href: string;
  /** What did not fit and is to be copied into the mail; null if all of it did. */
  readonly rest: string | null;
};

/**
 * A `mailto:` address (RFC 6068) of at most {@link mailtoMaxLength} characters. A longer body is cut
 * at the end of a line, or of a word if the line alone is too long; `rest` begins where it was cut,
 * and nothing is lost between them but white space.
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

/** Where to cut so that what stands before fits into `room` encoded characters. */
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

/** RFC 6068, 5: line breaks are `%0D%0A`. Half a surrogate pair can't be encoded: U+FFFD instead. */
const encode = (text: string): string =>
  encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\uFFFD").replace(/\r\n|\r|\n/g, "\r\n"));

const encodeAddress = (address: string): string => encodeURIComponent(address).replace("%40", "@");
