import { firefox } from "playwright-core";
import type { PageOptions } from "./page.ts";
import { createPlaywrightPage, type PlaywrightPage } from "./playwrightPage.ts";

const firefoxPath = process.env["FIREFOX_PATH"] ?? "/usr/bin/firefox-esr";

/** Firefox as Debian ships it. Playwright ignores its colour scheme without a word: a preference. */
export const openFirefox = (options: PageOptions): Promise<PlaywrightPage> =>
  createPlaywrightPage(options, () =>
    firefox.launchPersistentContext(options.profile, {
      headless: true,
      channel: "moz-firefox",
      executablePath: firefoxPath,
      viewport: options.size ?? { width: 390, height: 844 },
      locale: options.locale ?? "en",
      firefoxUserPrefs: {
        "layout.css.prefers-color-scheme.content-override": options.colorScheme === "dark" ? 0 : 1,
        "font.size.variable.x-western": 16 * (options.textScale ?? 1),
        // Nothing is shown, told or fetched ahead that no page asked for.
        "browser.aboutwelcome.enabled": false,
        "browser.newtabpage.enabled": false,
        "app.normandy.enabled": false,
        "messaging-system.rsexperimentloader.enabled": false,
        "dom.ipc.processPrelaunch.enabled": false,
        "fission.autostart": false,
        "extensions.webextensions.remote": false,
        "network.process.enabled": false,
        "media.rdd-process.enabled": false,
        // Milliseconds: what its tabs hold is on the disk soon, where a journey looks for it.
        "browser.sessionstore.interval": 1000,
        "dom.storageManager.prompt.testing": true,
        "dom.storageManager.prompt.testing.allow": true,
      },
    }),
  );
