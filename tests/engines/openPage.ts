import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openChromium } from "./openChromium.ts";
import { openFirefox } from "./openFirefox.ts";
import { openWebkit } from "./openWebkit.ts";
import type { Page, PageOptions } from "./page.ts";

/** A folder for a browser that nobody has used yet; the page that uses it removes it on closing. */
export const createProfile = (): string =>
  mkdtempSync(join(process.env["ENLACE_PROFILES"] ?? tmpdir(), "enlace-profile-"));

/** Opens a real browser on an empty page. */
export const openPage = (options: PageOptions): Promise<Page> => {
  switch (options.engine) {
    case "chromium":
      return openChromium(options);
    case "firefox":
      return openFirefox(options);
    case "webkit":
      return openWebkit(options);
  }
};
