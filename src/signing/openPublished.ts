import type * as v from "valibot";
import { editionMaxLength } from "#domain/directory/edition.ts";
import { parseJson } from "#domain/parseJson.ts";
import { err, ok, type Result } from "#domain/result.ts";
import { type PublicKey, SignedFile, type SignedPurpose } from "#domain/trust/signedFile.ts";
import { verifySigned } from "./verifySigned.ts";

export type SignedError =
  /** Changed on its way, or never signed by the key that it names. */
  | { readonly type: "signatureBroken" }
  /** Well signed, by nobody whom we were told to trust. */
  | { readonly type: "publisherUnknown" }
  /** Not a signed file, or not one of what was asked for. */
  | { readonly type: "signedMalformed" };

/**
 * What a publisher has signed for a purpose, or why it can't be taken. Nothing of the content is
 * looked at before its signature holds.
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

/** The text of a file to a signed file that nobody has verified yet. */
export const parseSignedFile = (text: string): Result<SignedFile, SignedError> =>
  text.length > signedMaxLength ? err({ type: "signedMalformed" }) : parseContent(text, SignedFile);

/** An edition, with its quotation marks written as JSON writes them within a text. */
const signedMaxLength = editionMaxLength * 1.5;

/** JSON of a schema; what is not, is malformed. */
export const parseContent = <T>(
  text: string,
  schema: v.GenericSchema<unknown, T>,
): Result<T, { readonly type: "signedMalformed" }> => {
  const content = parseJson(text, schema);
  return content === undefined ? err({ type: "signedMalformed" }) : ok(content);
};
