import * as v from "valibot";
import { parseEdition } from "#domain/directory/edition.ts";
import { err, ok, type Result } from "#domain/result.ts";
import { Grant, Revocation } from "#domain/trust/registry.ts";
import type { PublicKey, SignedFile } from "#domain/trust/signedFile.ts";
import type { Published } from "#endpoint/store/store.ts";
import type { ProtocolError } from "#protocol/errors.ts";
import { openPublished, type SignedError } from "#signing/openPublished.ts";

/** A signed file's content, if a trusted key has signed it and the endpoint takes its kind. */
export const verifyPublished = async (
  file: SignedFile,
  publishers: readonly PublicKey[],
): Promise<Result<Published, SignedError>> => {
  switch (file.purpose) {
    case "edition": {
      // `parseEdition` checks more than a schema can.
      const opened = await openPublished(file, "edition", v.unknown(), publishers);
      if (!opened.ok) return opened;
      const edition = parseEdition(file.content);
      if (!edition.ok) return err({ type: "signedMalformed" });
      return ok({ type: "edition", edition: edition.value, file });
    }
    case "grant": {
      const grant = await openPublished(file, "grant", Grant, publishers);
      return grant.ok ? ok({ type: "grant", grant: grant.value, file }) : grant;
    }
    case "revocation": {
      const revocation = await openPublished(file, "revocation", Revocation, publishers);
      if (!revocation.ok) return revocation;
      return ok({ type: "revocation", revocation: revocation.value, file });
    }
    case "enrolment":
    case "letter":
    case "sheet":
      return err({ type: "signedMalformed" });
  }
};

export type SignedRefusal = Extract<
  ProtocolError,
  { readonly type: "signatureRefused" | "malformed" }
>;

/** The protocol's refusal for a signed file that failed. It doesn't tell which keys are trusted. */
export const signedErrorToRefusal = (error: SignedError): SignedRefusal => {
  switch (error.type) {
    case "signatureBroken":
    case "publisherUnknown":
      return { type: "signatureRefused" };
    case "signedMalformed":
      return { type: "malformed", issues: ["content: not what it is signed as"] };
  }
};
