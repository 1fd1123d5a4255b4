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
  wantsPrivatePart,
} from "./takeEdition.ts";

export type RefreshError = TakeEditionError | CallFailure;

/** Takes the edition that ships with the app, unless the device has one that it must not replace. */
export const takeShippedDirectory = async (
  deps: TakeEditionDeps,
  baseUrl: string,
): Promise<Result<"taken" | "current", RefreshError>> => {
  const text = await fetchText(new URL("content/directory.json", baseUrl));
  if (!text.ok) return text;
  const file = parseSignedFile(text.value);
  return file.ok ? takeEdition(deps, file.value, { source: "shipped", etag: null }) : file;
};

/** Takes an edition from a file that a person chose. */
export const takeEditionFile = async (
  deps: TakeEditionDeps,
  text: string,
): Promise<Result<"taken" | "current", TakeEditionError>> => {
  const file = parseSignedFile(text);
  return file.ok ? takeEdition(deps, file.value, { source: "file", etag: null }) : file;
};

/** Asks the endpoint for a newer edition. Any failure leaves the device's edition as it is. */
export const refreshDirectory = async (
  deps: TakeEditionDeps & { readonly client: EndpointClient },
): Promise<Result<"taken" | "current", RefreshError>> => {
  const found = await tryStorage(() => findEdition(deps.database));
  if (!found.ok) return found;
  const enrolments = await tryStorage(() => listEnrolments(deps.database));
  if (!enrolments.ok) return enrolments;
  const token = enrolments.value[0]?.token;
  // Without a tag the whole edition comes again, with the private part that could not be sealed before.
  const isWhole = !wantsPrivatePart(deps, found.value);
  const etag = isWhole && found.value?.source === "endpoint" ? found.value.etag : null;
  const answer = await deps.client.call(readDirectory, {
    ...(token === undefined ? {} : { token }),
    ...(etag === null ? {} : { etag }),
  });
  if (!answer.ok) return err(answer.error);
  if (answer.value.type === "notModified") return ok("current");
  const { value: file, etag: newTag } = answer.value;
  return takeEdition(deps, file, { source: "endpoint", etag: newTag });
};
