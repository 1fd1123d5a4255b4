import { randomBytes } from "node:crypto";

/** A word that stands nowhere by chance: twenty letters, marked so that a person sees what it is. */
export const createCanary = (): string =>
  `Canary${[...randomBytes(14)].map((byte) => String.fromCodePoint(97 + (byte % 26))).join("")}`;
