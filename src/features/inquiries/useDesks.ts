import type { Edition } from "#domain/edition.ts";
import type { Enrolment } from "#domain/profile.ts";
import { findEdition } from "#storage/editions.ts";
import { listEnrolments } from "#storage/enrolments.ts";
import type { StorageError } from "#storage/storageError.ts";
import { useLive } from "#storage/useLive.ts";

export type Desks =
  | { readonly type: "loading" }
  | { readonly type: "failed"; readonly error: StorageError }
  | {
      readonly type: "ready";
      readonly edition: Edition | undefined;
      readonly enrolments: readonly Enrolment[];
    };

/** The held directory, and the desks that this device is enrolled for. */
export const useDesks = (): Desks => {
  const edition = useLive(findEdition, "edition");
  const enrolments = useLive(listEnrolments, "enrolments");
  if (edition.type === "failed") return edition;
  if (enrolments.type === "failed") return enrolments;
  if (edition.type === "loading" || enrolments.type === "loading") return { type: "loading" };
  return { type: "ready", edition: edition.value?.edition, enrolments: enrolments.value };
};
