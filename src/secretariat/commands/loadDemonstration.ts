import { readFile } from "node:fs/promises";
import { parseEdition } from "#domain/directory/edition.ts";
import { err, ok, type Result } from "#domain/result.ts";
import { parseSignedFile } from "#signing/openPublished.ts";

/**
 * The number and the text of the demonstration edition in a signed file, whoever has signed it, or
 * why there is none, in a sentence. A real edition is not one to be signed with a key made in passing.
 */
export const loadDemonstration = async (
  path: string,
): Promise<Result<{ readonly number: number; readonly content: string }, string>> => {
  const file = parseSignedFile(await readFile(path, "utf8"));
  const edition = file.ok ? parseEdition(file.value.content) : file;
  if (!file.ok || !edition.ok) return err(`${path} is not a signed edition.`);
  if (!edition.value.demonstration) return err(`${path} is a real edition, not a demonstration.`);
  return ok({ number: edition.value.number, content: file.value.content });
};
