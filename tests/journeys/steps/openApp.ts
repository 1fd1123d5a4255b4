import type { AppLanguage } from "#i18n/appLanguage.ts";
import { createProfile, openPage } from "#tests/engines/openPage.ts";
import type { EngineName, Page, PageOptions } from "#tests/engines/page.ts";
import { distFolder } from "#tests/house/distFolder.ts";
import { createTranslate, type Translate } from "./createTranslate.ts";
import { seeText } from "./seeText.ts";
import { type EndpointProcess, startEndpoint } from "./startEndpoint.ts";

/** A person with a browser, and the endpoint that serves them. */
export type OpenedApp = {
  readonly page: Page;
  /** The folder of the browser's own files. */
  readonly profile: string;
  readonly endpoint: EndpointProcess;
  readonly translate: Translate;
  close(): Promise<void>;
};

export type OpenAppOptions = Omit<Partial<PageOptions>, "engine" | "profile" | "locale"> & {
  readonly language?: AppLanguage;
};

/** Opens the start screen as a first visitor and waits until it says that it is ready offline. */
export const openApp = async (
  engine: EngineName,
  { language = "en", ...options }: OpenAppOptions = {},
): Promise<OpenedApp> => {
  const endpoint = await startEndpoint({ appPath: distFolder });
  const profile = createProfile();
  const page = await openPage({ engine, profile, locale: language, ...options });
  const translate = createTranslate(language);
  await page.goto(endpoint.address);
  await seeReady(page, translate);
  const close = async (): Promise<void> => {
    await page.close();
    await endpoint.remove();
  };
  return { page, profile, endpoint, translate, close };
};

/** "Ready to use offline" is on the screen. */
export const seeReady = (page: Page, translate: Translate): Promise<void> =>
  seeText(page, translate("app:readiness.ready.message"), { timeoutMs: 30_000 });
