import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { type TakeDeps, takeFile } from "./takeFile.ts";

/**
 * Takes every signed file of a folder, by name, as at every start: what is held already stays as it
 * is. Gives a line of text for each that was refused, and goes on.
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
