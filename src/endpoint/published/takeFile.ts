import { existsSync, readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { deskToId } from "#domain/desk.ts";
import type { Instant } from "#domain/instant.ts";
import { err, ok, type Result } from "#domain/result.ts";
import type { PublicKey } from "#domain/trust/signedFile.ts";
import type { Published, Store, Taken } from "#endpoint/store/store.ts";
import { parseSignedFile } from "#signing/openPublished.ts";
import { verifyPublished } from "./verifyPublished.ts";

type TakeDeps = {
  readonly store: Store;
  readonly publishers: readonly PublicKey[];
  readonly clock: () => Instant;
};

/** Takes a signed file from the disk. Describes it in words, or why it was refused. */
export const takeFile = async (
  path: string,
  { store, publishers, clock }: TakeDeps,
): Promise<Result<string, string>> => {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch {
    return err("it can't be read");
  }
  const file = parseSignedFile(text);
  if (!file.ok) return err(sayRefusal(file.error));
  const published = await verifyPublished(file.value, publishers);
  if (!published.ok) return err(sayRefusal(published.error));
  const taken = await store.savePublished(published.value, clock());
  if (!taken.ok) return err(sayRefusal(taken.error));
  return ok(sayTaken(published.value, taken.value));
};

type Refusal =
  | { readonly type: "signatureBroken" | "publisherUnknown" | "signedMalformed" | "conflict" }
  | { readonly type: "editionOlder"; readonly heldNumber: number };

const sayRefusal = (refusal: Refusal): string => {
  switch (refusal.type) {
    case "signedMalformed":
      return "it is not a signed edition, grant or revocation";
    case "publisherUnknown":
      return "its key is not trusted here (ENLACE_PUBLISHER)";
    case "signatureBroken":
      return "its signature does not hold: it was changed on its way";
    case "editionOlder":
      return `edition ${refusal.heldNumber} is held; a newer one needs a higher number`;
    case "conflict":
      return "something else is held under its id, and what is signed never changes";
  }
};

const sayTaken = (published: Published, taken: Taken): string =>
  `${sayPublished(published)}${taken === "before" ? ", taken before" : ""}`;

const sayPublished = (published: Published): string => {
  switch (published.type) {
    case "edition":
      return `edition ${published.edition.number}`;
    case "grant":
      return `a grant for ${deskToId(published.grant.desk)}, ${published.grant.role}`;
    case "revocation":
      return "a revocation";
  }
};

/**
 * Takes every signed file of a folder, in the order of their names. Runs at every start: a file that
 * was taken before changes nothing. Returns a line of text for each file that was refused.
 */
export const takeCarried = async (folder: string, deps: TakeDeps): Promise<readonly string[]> => {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .toSorted();
  const refused: string[] = [];
  for (const name of names) {
    const taken = await takeFile(join(folder, name), deps);
    if (!taken.ok) refused.push(`Not taken: ${name}: ${taken.error}.`);
  }
  return refused;
};
