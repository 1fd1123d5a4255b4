import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A folder for a browser that nobody has used yet; the page that uses it removes it on closing. */
export const createProfile = (): string =>
  mkdtempSync(join(process.env["ENLACE_PROFILES"] ?? tmpdir(), "enlace-profile-"));
