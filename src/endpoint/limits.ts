import { bodyMaxBytes } from "#domain/envelope.ts";

/** A bucket of `burst` requests that fills again by `perSecond`. */
export type Rate = { readonly burst: number; readonly perSecond: number };

export type Limits = {
  readonly messageMaxBytes: number;
  readonly enrolmentMaxBytes: number;
  /** How long a request's body may take to arrive. */
  readonly bodyTimeoutMs: number;
  /** The contents of a page of a feed; one envelope always fits. */
  readonly pageMaxBytes: number;
  readonly maxDevices: number;
  readonly addressRate: Rate;
  readonly deviceRate: Rate;
  readonly enrolmentRate: Rate;
};

export const defaultLimits: Limits = {
  // JSON writes a quotation mark or a line's end in two bytes.
  messageMaxBytes: 2 * bodyMaxBytes + 16 * 1024,
  enrolmentMaxBytes: 4 * 1024,
  bodyTimeoutMs: 30_000,
  // A page is taken whole or not at all (S7), and has to come through a hotel's network.
  pageMaxBytes: 256 * 1024,
  maxDevices: 8,
  // An embassy is many devices behind one address.
  addressRate: { burst: 600, perSecond: 10 },
  deviceRate: { burst: 120, perSecond: 2 },
  enrolmentRate: { burst: 20, perSecond: 1 / 30 },
};
