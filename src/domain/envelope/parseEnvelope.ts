import * as v from "valibot";
import { err, ok, type Result } from "#domain/result.ts";
import { Envelope } from "./envelope.ts";

export type EnvelopeError = { readonly type: "envelopeUnreadable" };

/** The bytes of an arrived envelope, or `envelopeUnreadable`: a body that is not sealed is none. */
export const parseEnvelope = (bytes: string): Result<Envelope, EnvelopeError> => {
  try {
    const parsed = v.safeParse(Envelope, JSON.parse(bytes));
    return parsed.success ? ok(parsed.output) : err({ type: "envelopeUnreadable" });
  } catch {
    return err({ type: "envelopeUnreadable" });
  }
};
