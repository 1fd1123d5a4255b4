import type { SignedFile } from "#domain/trust/signedFile.ts";
import { writeFileWhole } from "./writeFileWhole.ts";

/** Writes a signed file whole, as it is carried and as devices take it in. */
export const writeSigned = (path: string, file: SignedFile): Promise<void> =>
  writeFileWhole(path, `${JSON.stringify(file)}\n`);
