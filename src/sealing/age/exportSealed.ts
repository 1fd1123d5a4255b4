/** Parts of an export: what a person reads, and the same for a program. */
export type ExportParts = { readonly text: string; readonly json: unknown };

/** Stands alone in its line, once, between the two parts. */
export const exportDivider = "-----BEGIN ENLACE JSON-----";

/**
 * One passphrase-sealed age file (binary) that `age -d` opens, since age gives one stream: the
 * readable text, an empty line, the divider, and to its end the JSON. `age -d x.age | sed
 * '1,/BEGIN ENLACE JSON/d'` gives the JSON alone.
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

/** A line of the text that begins like the divider is moved in: a program must not stop at it. */
const joinParts = (text: string, json: string): string => {
  const readable = text.trimEnd().replace(new RegExp(`^${exportDivider}`, "gm"), " $&");
  return `${readable}\n\n${exportDivider}\n${json}\n`;
};

/**
 * As a terminal reads it from a keyboard: composed, and nothing else is changed. What is judged is no
 * stronger than it: spaces count once there.
 */
const toTyped = (passphrase: string): string => passphrase.normalize("NFC").trim();
