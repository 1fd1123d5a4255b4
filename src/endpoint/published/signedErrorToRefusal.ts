import type { ProtocolError } from "#protocol/errors.ts";
import type { SignedError } from "#signing/openPublished.ts";

/** Why a signed file can't be believed, as the protocol says it: not whose key was missing. */
export const signedErrorToRefusal = (error: SignedError): ProtocolError => {
  switch (error.type) {
    case "signatureBroken":
    case "publisherUnknown":
      return { type: "signatureRefused" };
    case "signedMalformed":
      return { type: "malformed", issues: ["content: not what it is signed as"] };
  }
};
