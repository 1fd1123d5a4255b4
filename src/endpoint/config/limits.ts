import { editionMaxLength } from "#domain/directory/edition.ts";
import { bodyMaxBytes } from "#domain/envelope/envelope.ts";

/** A bucket of `burst` requests that fills again by `perSecond`. */
export type Rate = { readonly burst: number; readonly perSecond: number };

export type Limits = {
  readonly messageMaxBytes: number;
  /** An enrolment, a grant, a revocation or a sheet. */
  readonly signedMaxBytes: number;
  readonly editionMaxBytes: number;
  /** How many editions are read at once; of one address it is one. */
  readonly editionsAtOnce: number;
  /** How long a request's body may take to arrive. */
  readonly bodyTimeoutMs: number;
  /** The contents of a page of a feed or of the registry; one row always fits. */
  readonly pageMaxBytes: number;
  readonly maxDevices: number;
  /** Lines about its desk's recovery sheet that one device may sign. */
  readonly maxSheets: number;
  /** A device is told once in this time that something waits. */
  readonly noticePauseMs: number;
  readonly addressRate: Rate;
  readonly deviceRate: Rate;
  readonly enrolmentRate: Rate;
  readonly publisherRate: Rate;
};

export const defaultLimits: Limits = {
  messageMaxBytes: bodyMaxBytes + 16 * 1024,
  // A post-quantum key is 2 KB.
  signedMaxBytes: 8 * 1024,
  // A text within JSON writes a quotation mark in two bytes.
  editionMaxBytes: 2 * editionMaxLength,
  // Each may take some 100 MiB until its signature is known, and anybody may bring one.
  editionsAtOnce: 2,
  bodyTimeoutMs: 30_000,
  // A page is taken whole or not at all (S7), and has to come through a hotel's network.
  pageMaxBytes: 256 * 1024,
  maxDevices: 8,
  maxSheets: 20,
  noticePauseMs: 60_000,
  // An embassy is many devices behind one address.
  addressRate: { burst: 600, perSecond: 10 },
  deviceRate: { burst: 120, perSecond: 2 },
  enrolmentRate: { burst: 20, perSecond: 1 / 30 },
  // Everybody may bring a file, and it is read before it is refused: a desk's worth at once.
  publisherRate: { burst: 300, perSecond: 1 },
};
