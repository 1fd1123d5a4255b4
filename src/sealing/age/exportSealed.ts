/** The two parts of an export: readable text, and the same content for a program. */
export type ExportParts = { readonly text: string; readonly json: unknown };

/** The line between the two parts; it occurs once. */
export const exportDivider = "-----BEGIN ENLACE JSON-----";

/**
 * Seals an export with a passphrase as one age file (binary) that `age -d` opens. Because age gives
 * one stream, it holds the readable text, an empty line, the divider, then the JSON to the end.
 * `age -d x.age | sed '1,/BEGIN ENLACE JSON/d'` gives the JSON alone.
 */
export const exportSealed = async (
  { text, json }: ExportParts,
  passphrase: string,
  workFactor?: number,
): Promise<Uint8Array<ArrayBuffer>> => {
  const { sealWithPassphrase } = await import("./age.ts");
  const whole = joinParts(text, JSON.stringify(json, null, 2));
  return sealWithPassphrase(whole, toTyped(passphrase), workFactor);
};

/** Indents a line of the text that begins like the divider: a program must not stop at it. */
const joinParts = (text: string, json: string): string => {
  const readable = text.trimEnd().replace(new RegExp(`^${exportDivider}`, "gm"), " $&");
  return `${readable}\n\n${exportDivider}\n${json}\n`;
};

/**
 * Returns the passphrase as a terminal reads it from a keyboard: composed, otherwise unchanged. The
 * judged form is no stronger than this one: judging counts repeated spaces once.
 */
const toTyped = (passphrase: string): string => passphrase.normalize("NFC").trim();
