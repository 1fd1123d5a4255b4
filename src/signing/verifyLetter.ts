import { isSameDesk } from "#domain/desk.ts";
import type { Envelope } from "#domain/envelope/envelope.ts";
import { isLetterOf, Letter } from "#domain/letter/letter.ts";
import { err, ok, type Result } from "#domain/result.ts";
import type { DeskDevice } from "#domain/trust/deskDevices.ts";
import type { SignedFile } from "#domain/trust/signedFile.ts";
import { parseContent } from "./openPublished.ts";
import { verifySigned } from "./verifySigned.ts";

export type LetterProblem =
  | { readonly type: "signatureBroken" }
  | { readonly type: "letterMalformed" }
  | { readonly type: "readdressed" }
  | { readonly type: "authorUnknown" }
  | { readonly type: "authorOfOtherDesk" };

/**
 * Returns the letter if its signature is valid, its place matches the envelope's (`envelope` is
 * null for one that a colleague handed over), and its author's device writes for that desk. A
 * letter of a device that was revoked since still verifies: the caller decides what that means.
 */
export const verifyLetter = async (
  signed: SignedFile,
  envelope: Envelope | null,
  devices: readonly DeskDevice[],
): Promise<Result<Letter, LetterProblem>> => {
  if (signed.purpose !== "letter") return err({ type: "letterMalformed" });
  if (!(await verifySigned(signed))) return err({ type: "signatureBroken" });
  const parsed = parseContent(signed.content, Letter);
  if (!parsed.ok) return err({ type: "letterMalformed" });
  const letter = parsed.value;
  if (envelope && !isLetterOf(letter, envelope)) return err({ type: "readdressed" });
  const author = devices.find(({ keys }) => keys.device === letter.author);
  if (author?.keys.signingKey !== signed.key) return err({ type: "authorUnknown" });
  const isOfDesk = author.grant.role === "desk" && isSameDesk(author.grant.desk, letter.from);
  return isOfDesk ? ok(letter) : err({ type: "authorOfOtherDesk" });
};
