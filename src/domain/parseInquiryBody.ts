import * as v from "valibot";
import { Envelope, WithdrawalContent } from "./envelope.ts";
import { InquiryContent } from "./inquiry.ts";
import { err, ok, type Result } from "./result.ts";

export type EnvelopeError = { readonly type: "envelopeUnreadable" };

/** The bytes of an arrived envelope, or `envelopeUnreadable`. */
export const parseEnvelope = (bytes: string): Result<Envelope, EnvelopeError> =>
  parseJson(Envelope, bytes);

/** The body of an inquiry's envelope, or `envelopeUnreadable`: then it is shown as such, not hidden. */
export const parseInquiryBody = (body: string): Result<InquiryContent, EnvelopeError> =>
  parseJson(InquiryContent, body);

/** The body of a withdrawal's envelope, or `envelopeUnreadable`. */
export const parseWithdrawalBody = (body: string): Result<WithdrawalContent, EnvelopeError> =>
  parseJson(WithdrawalContent, body);

const parseJson = <T extends v.GenericSchema>(
  schema: T,
  text: string,
): Result<v.InferOutput<T>, EnvelopeError> => {
  try {
    const parsed = v.safeParse(schema, JSON.parse(text));
    return parsed.success ? ok(parsed.output) : err({ type: "envelopeUnreadable" });
  } catch {
    return err({ type: "envelopeUnreadable" });
  }
};
