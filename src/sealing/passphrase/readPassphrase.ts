/**
 * One passphrase, however a keyboard writes it: accents composed or not, and no space where a phone
 * adds one after a word. What is judged and measured is what opens.
 */
export const readPassphrase = (typed: string): string =>
  typed.normalize("NFKC").trim().replace(/\s+/g, " ");
