import { editionMaxLength } from "#domain/directory/edition.ts";
import { bodyMaxBytes } from "#domain/envelope/envelope.ts";

/** A bucket of `burst` requests that refills by `perSecond`. */
export type Rate = { readonly burst: number; readonly perSecond: number };

export type Limits = {
  readonly messageMaxBytes: number;
  /** An enrolment, a grant, a revocation or a sheet. */
  readonly signedMaxBytes: number;
  readonly editionMaxBytes: number;
  /** How many editions are read at once; one per address. */
  readonly editionsAtOnce: number;
  /** How long a request's body may take to arrive. */
  readonly bodyTimeoutMs: number;
  /** The rows of a page of a feed or of the registry; one row is always sent. */
  readonly pageMaxBytes: number;
  readonly maxDevices: number;
  /** How many sheets one device may sign for its desk. */
  readonly maxSheets: number;
  /** The minimum interval between notifications to one device. */
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
  // A quotation mark takes two bytes in a JSON string.
  editionMaxBytes: 2 * editionMaxLength,
  // Anyone may send one, and each may take some 100 MiB until its signature is checked.
  editionsAtOnce: 2,
  bodyTimeoutMs: 30_000,
  // A page is saved whole or not at all (S7), and must get through a hotel's network.
  pageMaxBytes: 256 * 1024,
  maxDevices: 8,
  maxSheets: 20,
  noticePauseMs: 60_000,
  // An embassy has many devices behind one address.
  addressRate: { burst: 600, perSecond: 10 },
  deviceRate: { burst: 120, perSecond: 2 },
  enrolmentRate: { burst: 20, perSecond: 1 / 30 },
  // Anyone may send a file, and it is read before it is refused. The burst carries a whole folder.
  publisherRate: { burst: 300, perSecond: 1 },
};
