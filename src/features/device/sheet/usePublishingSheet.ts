import type { Enrolment } from "#domain/device/profile.ts";
import type { Result } from "#domain/result.ts";
import type { SignedFile } from "#domain/trust/signedFile.ts";
import { signSheet } from "#sealing/desk/sheetWords.ts";
import type { AuthorError } from "#sealing/outgoing/queueLetter.ts";
import { useSealing } from "#sealing/vault/useSealing.ts";
import { type AskError, useSync } from "#sync/useSync.ts";

export type SheetFailure = AuthorError | AskError;

type PublishingSheet = {
  /** Null for none any more. */
  readonly sign: (
    enrolment: Enrolment,
    sealingKey: string | null,
  ) => Promise<Result<SignedFile, AuthorError>>;
  /** Counts, here too, once it comes back well. The same may be published again. */
  readonly publish: (
    enrolment: Enrolment,
    signed: SignedFile,
  ) => Promise<Result<void, SheetFailure>>;
};

/** Signs what is said of a desk's recovery sheet, and brings it to the endpoint. */
export const usePublishingSheet = (): PublishingSheet => {
  const sealing = useSealing();
  const sync = useSync();
  return {
    sign: async ({ desk }, sealingKey) => {
      // What a colleague has made meanwhile is replaced as well.
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
