import { openChromium } from "./openChromium.ts";
import { openFirefox } from "./openFirefox.ts";
import { openWebkit } from "./openWebkit.ts";
import type { Page, PageOptions } from "./page.ts";

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
