import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type BrowserContext, chromium } from "playwright-core";
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

/** Chromium with a kept profile: a new context would be a private window, which can't install. */
export const openChromium = (options: PageOptions): Promise<PlaywrightPage> =>
  createPlaywrightPage(options, () => launch(options));

const launch = async (options: PageOptions): Promise<BrowserContext> => {
  await writeFontSize(options);
  return chromium.launchPersistentContext(options.profile, {
    headless: true,
    executablePath: needsWhole(options) ? chromiumPath : shellPath,
    args: chromiumArguments,
    viewport: options.size ?? { width: 390, height: 844 },
    locale: options.locale ?? "en",
    colorScheme: options.colorScheme ?? "light",
  });
};

/** Only the whole browser reads a default font size. The other engines are always whole. */
export const needsWhole = ({
  engine,
  isWholeBrowser = false,
  textScale,
}: Pick<PageOptions, "engine" | "isWholeBrowser" | "textScale">): boolean =>
  engine === "chromium" && (isWholeBrowser || textScale !== undefined);

/** Chromium takes its default font size from the profile alone. */
const writeFontSize = async ({ profile, textScale }: PageOptions): Promise<void> => {
  const path = join(profile, "Default", "Preferences");
  if (textScale === undefined || existsSync(path)) return;
  await mkdir(join(profile, "Default"), { recursive: true });
  const webprefs = { default_font_size: 16 * textScale };
  await writeFile(path, JSON.stringify({ webkit: { webprefs } }));
};
