import { chooseEdition, type EditionRefusal } from "#domain/chooseEdition.ts";
import type { Edition } from "#domain/edition.ts";
import { msToInstant } from "#domain/instant.ts";
import { type EditionError, parseEdition } from "#domain/parseEdition.ts";
import { ok, type Result } from "#domain/result.ts";
import { DirectoryAnswer } from "#protocol/messages.ts";
import { paths } from "#protocol/paths.ts";
import type { EditionRow, EnlaceDatabase } from "#storage/database.ts";
import { findEdition, saveEdition } from "#storage/editions.ts";
import { listEnrolments } from "#storage/enrolments.ts";
import { type StorageError, tryStorage } from "#storage/storageError.ts";
import type { CallFailure, EndpointClient } from "./endpointClient.ts";
import { fetchText } from "./fetchText.ts";

export type RefreshError = StorageError | EditionRefusal | EditionError | CallFailure;

type Deps = { readonly database: EnlaceDatabase; readonly clock: () => number };

/** Takes the edition that ships with the app, unless one is held that it must not replace. */
export const takeShippedDirectory = async (
  deps: Deps,
  baseUrl: string,
): Promise<Result<"taken" | "current", RefreshError>> => {
  const text = await fetchText(new URL("content/directory.json", baseUrl));
  if (!text.ok) return text;
  const edition = parseEdition(text.value);
  return edition.ok ? takeEdition(deps, edition.value, "shipped", null) : edition;
};

/** Asks the endpoint for a newer edition; a failure of any kind leaves the held one as it is. */
export const refreshDirectory = async (
  deps: Deps & { readonly client: EndpointClient },
): Promise<Result<"taken" | "current", RefreshError>> => {
  const held = await tryStorage(() => findEdition(deps.database));
  if (!held.ok) return held;
  const enrolments = await tryStorage(() => listEnrolments(deps.database));
  if (!enrolments.ok) return enrolments;
  const token = enrolments.value[0]?.token;
  const etag = held.value?.source === "endpoint" ? held.value.etag : null;
  const answer = await deps.client.call<Edition>({
    method: "GET",
    path: paths.directory,
    schema: DirectoryAnswer,
    ...(token === undefined ? {} : { token }),
    ...(etag === null ? {} : { etag }),
  });
  if (!answer.ok) return answer;
  if (answer.value.type === "notModified") return ok("current");
  return takeEdition(deps, answer.value.value, "endpoint", answer.value.etag);
};

const takeEdition = async (
  deps: Deps,
  arrived: Edition,
  source: EditionRow["source"],
  etag: string | null,
): Promise<Result<"taken" | "current", RefreshError>> => {
  const takenAt = msToInstant(deps.clock());
  const taken = await tryStorage(() =>
    deps.database.transaction("rw", deps.database.editions, async () => {
      const held = await findEdition(deps.database);
      const chosen = chooseEdition(held?.edition, arrived);
      if (!chosen.ok) return chosen;
      if (held && chosen.value === held.edition && held.source === source)
        return ok("current" as const);
      await saveEdition(deps.database, { edition: chosen.value, etag, source, takenAt });
      return ok("taken" as const);
    }),
  );
  return taken.ok ? taken.value : taken;
};
