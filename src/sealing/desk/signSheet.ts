import type { DeskAddress } from "#domain/desk.ts";
import { msToInstant } from "#domain/instant.ts";
import { err, ok, type Result } from "#domain/result.ts";
import { listReplaced } from "#domain/trust/deskSheet.ts";
import type { Sheet, SheetId } from "#domain/trust/registry.ts";
import type { SignedFile } from "#domain/trust/signedFile.ts";
import { type AuthorError, findAuthor } from "#sealing/outgoing/queueLetter.ts";
import type { SealingDeps } from "#sealing/vault/useSealing.ts";
import { base64urlToBytes } from "#signing/base64url.ts";
import { signText } from "#signing/signText.ts";
import { listRegistry } from "#storage/desk/registry.ts";
import { tryStorage } from "#storage/storageError.ts";

/**
 * This device's word about its desk's recovery sheet, in the place of all that stand as far as the
 * registry was read: a recipient, or null for none any more. Nothing is kept or sent.
 */
export const signSheet = async (
  deps: SealingDeps,
  desk: DeskAddress,
  sealingKey: string | null,
): Promise<Result<SignedFile, AuthorError>> => {
  const maker = await findAuthor(deps, desk);
  if (!maker.ok) return maker;
  const seed = base64urlToBytes(maker.value.signingSeed);
  if (!seed) return err({ type: "deskNotEnrolled" });
  const entries = await tryStorage(() => listRegistry(deps.database));
  if (!entries.ok) return entries;
  const sheet: Sheet = {
    schema: "sheet/1",
    id: deps.newId() as SheetId,
    desk,
    sealingKey,
    replaces: [...listReplaced(entries.value, desk)],
    device: maker.value.device,
    madeAt: msToInstant(deps.clock()),
  };
  return ok(signText(seed, "sheet", JSON.stringify(sheet)));
};
