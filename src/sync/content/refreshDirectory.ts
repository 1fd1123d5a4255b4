import { err, ok, type Result } from "#domain/result.ts";
import { readDirectory } from "#protocol/published.ts";
import { parseSignedFile } from "#signing/openPublished.ts";
import { findEdition } from "#storage/content/editions.ts";
import { listEnrolments } from "#storage/desk/enrolments.ts";
import { tryStorage } from "#storage/storageError.ts";
import type { CallFailure, EndpointClient } from "#sync/endpoint/endpointClient.ts";
import { fetchText } from "#sync/endpoint/loadConfig.ts";
import {
  type TakeEditionDeps,
  type TakeEditionError,
  takeEdition,
  wantsClosedPart,
} from "./takeEdition.ts";

export type RefreshError = TakeEditionError | CallFailure;

/** Takes the edition that ships with the app, unless one is held that it must not replace. */
export const takeShippedDirectory = async (
  deps: TakeEditionDeps,
  baseUrl: string,
): Promise<Result<"taken" | "current", RefreshError>> => {
  const text = await fetchText(new URL("content/directory.json", baseUrl));
  if (!text.ok) return text;
  const file = parseSignedFile(text.value);
  return file.ok ? takeEdition(deps, file.value, { source: "shipped", etag: null }) : file;
};

/** Takes an edition that a person brought in as a file. */
export const takeEditionFile = async (
  deps: TakeEditionDeps,
  text: string,
): Promise<Result<"taken" | "current", TakeEditionError>> => {
  const file = parseSignedFile(text);
  return file.ok ? takeEdition(deps, file.value, { source: "file", etag: null }) : file;
};

/** Asks the endpoint for a newer edition; a failure of any kind leaves the held one as it is. */
export const refreshDirectory = async (
  deps: TakeEditionDeps & { readonly client: EndpointClient },
): Promise<Result<"taken" | "current", RefreshError>> => {
  const held = await tryStorage(() => findEdition(deps.database));
  if (!held.ok) return held;
  const enrolments = await tryStorage(() => listEnrolments(deps.database));
  if (!enrolments.ok) return enrolments;
  const token = enrolments.value[0]?.token;
  // Without the tag the whole edition comes again, with what could not be kept of it.
  const isWhole = !wantsClosedPart(deps, held.value);
  const heldTag = isWhole && held.value?.source === "endpoint" ? held.value.etag : null;
  const answer = await deps.client.call(readDirectory, {
    ...(token === undefined ? {} : { token }),
    ...(heldTag === null ? {} : { etag: heldTag }),
  });
  if (!answer.ok) return err(answer.error);
  if (answer.value.type === "notModified") return ok("current");
  const { value, etag } = answer.value;
  return takeEdition(deps, value, { source: "endpoint", etag });
};
