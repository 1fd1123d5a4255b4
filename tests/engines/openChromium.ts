import { chromium } from "playwright-core";
import type { PageOptions } from "./page.ts";
import { createPlaywrightPage, type PlaywrightPage } from "./playwrightPage.ts";

export const chromiumPath = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";

/** The same engine without a browser's windows, which nobody sees here: a third less work. */
const shellPath = process.env["CHROMIUM_SHELL_PATH"] ?? "/usr/bin/chromium-headless-shell";

export const chromiumArguments = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Fewer processes: to start them is half the work of a short life. */
const shellArguments = [
  ...chromiumArguments,
  "--in-process-gpu",
  "--no-zygote",
  "--enable-features=NetworkServiceInProcess2",
];

/** As Playwright gives it, which one more of the same name replaces. */
const pointer =
  "--blink-settings=primaryHoverType=2,availableHoverTypes=2,primaryPointerType=4,availablePointerTypes=4";

/** Chromium with a kept profile: a new context would be a private window, which can't install. */
export const openChromium = (options: PageOptions): Promise<PlaywrightPage> =>
  createPlaywrightPage(options, () =>
    chromium.launchPersistentContext(options.profile, {
      headless: true,
      executablePath: options.isWholeBrowser ? chromiumPath : shellPath,
      args: [
        ...(options.isWholeBrowser ? chromiumArguments : shellArguments),
        ...(options.textScale === undefined
          ? []
          : [`${pointer},defaultFontSize=${16 * options.textScale}`]),
      ],
      viewport: options.size ?? { width: 390, height: 844 },
      locale: options.locale ?? "en",
      colorScheme: options.colorScheme ?? "light",
    }),
  );
