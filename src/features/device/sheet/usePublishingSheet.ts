import type { Enrolment } from "#domain/device/profile.ts";
import type { Result } from "#domain/result.ts";
import type { SignedFile } from "#domain/trust/signedFile.ts";
import { signSheet } from "#sealing/desk/sheetWords.ts";
import type { AuthorError } from "#sealing/outgoing/queueLetter.ts";
import { useSealing } from "#sealing/vault/useSealing.ts";
import { type AskError, useSync } from "#sync/useSync.ts";

export type SheetFailure = AuthorError | AskError;

type PublishingSheet = {
  /** A null `sealingKey` withdraws the sheet. */
  readonly sign: (
    enrolment: Enrolment,
    sealingKey: string | null,
  ) => Promise<Result<SignedFile, AuthorError>>;
  /**
   * Publishes the sheet; on success it is valid here too. The same bytes may be published again.
   */
  readonly publish: (
    enrolment: Enrolment,
    signed: SignedFile,
  ) => Promise<Result<void, SheetFailure>>;
};

/** Signs a statement about a desk's recovery sheet, and sends it to the endpoint. */
export const usePublishingSheet = (): PublishingSheet => {
  const sealing = useSealing();
  const sync = useSync();
  return {
    sign: async ({ desk }, sealingKey) => {
      // Loads the registry first, so that a sheet a colleague has just made is replaced as well.
      await sync.refresh();
      return signSheet(sealing, desk, sealingKey);
    },
    publish: async (enrolment, signed) => {
      const published = await sync.publishSheet(enrolment, signed);
      if (published.ok) await sync.refresh();
      return published;
    },
  };
};
