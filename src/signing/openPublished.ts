import type * as v from "valibot";
import { editionMaxLength } from "#domain/directory/edition.ts";
import { parseJson } from "#domain/parseJson.ts";
import { err, ok, type Result } from "#domain/result.ts";
import { type PublicKey, SignedFile, type SignedPurpose } from "#domain/trust/signedFile.ts";
import { verifySigned } from "./verifySigned.ts";

export type SignedError =
  /** Changed in transit, or never signed by the key that it names. */
  | { readonly type: "signatureBroken" }
  /** Validly signed, but by none of the trusted publishers. */
  | { readonly type: "publisherUnknown" }
  /** Not a signed file, or not of the expected purpose or schema. */
  | { readonly type: "signedMalformed" };

/**
 * Opens a file that a publisher signed for a purpose, or returns why it is refused. Parses nothing
 * of the content before its signature is verified.
 */
export const openPublished = async <T>(
  file: SignedFile,
  purpose: SignedPurpose,
  schema: v.GenericSchema<unknown, T>,
  publishers: readonly PublicKey[],
): Promise<Result<T, SignedError>> => {
  if (file.purpose !== purpose) return err({ type: "signedMalformed" });
  if (!publishers.includes(file.key)) return err({ type: "publisherUnknown" });
  if (!(await verifySigned(file))) return err({ type: "signatureBroken" });
  return parseContent(file.content, schema);
};

/** Parses a file's text to a signed file that nobody has verified yet. */
export const parseSignedFile = (text: string): Result<SignedFile, SignedError> =>
  text.length > signedMaxLength ? err({ type: "signedMalformed" }) : parseContent(text, SignedFile);

/** Room for an edition with its quotation marks escaped as JSON within a text. */
const signedMaxLength = editionMaxLength * 1.5;

/** Parses JSON of a schema; anything else is `signedMalformed`. */
export const parseContent = <T>(
  text: string,
  schema: v.GenericSchema<unknown, T>,
): Result<T, { readonly type: "signedMalformed" }> => {
  const content = parseJson(text, schema);
  return content === undefined ? err({ type: "signedMalformed" }) : ok(content);
};
