import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SignedFile } from "#domain/trust/signedFile.ts";
import type { AppLanguage } from "#i18n/appLanguage.ts";
import { seedToPublicKey, signText } from "#signing/signText.ts";
import { createProfile, openPage } from "#tests/engines/openPage.ts";
import type { EngineName, Page, PageOptions } from "#tests/engines/page.ts";
import { until } from "#tests/engines/until.ts";
import { distFolder } from "#tests/house/distFolder.ts";
import { countNotices, type EndpointProcess, startEndpoint } from "./endpoint.ts";
import { createTranslate, lookAgain, type Screen, seeText, type Translate } from "./screen.ts";
import { goToPrivate } from "./vaultForm.ts";

/** The built app in a folder of its own, whose demonstration is signed with a key that we have. */
export const copyApp = (demonstration: Uint8Array): string => {
  const folder = mkdtempSync(join(tmpdir(), "enlace-app-"));
  cpSync(distFolder, folder, { recursive: true });
  change(folder, "config.json", (config) => ({
    ...(config as object),
    demonstration: seedToPublicKey(demonstration),
  }));
  change(folder, "content/directory.json", (file) =>
    signText(demonstration, "edition", (file as SignedFile).content),
  );
  return folder;
};

const change = (folder: string, name: string, rewrite: (held: unknown) => unknown): void => {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(rewrite(JSON.parse(readFileSync(path, "utf8")))));
  for (const packed of [`${path}.br`, `${path}.gz`]) rmSync(packed, { force: true });
};

/** A person with a browser, and the endpoint that serves them. */
export type OpenedApp = Screen & {
  /** The folder of the browser's own files. */
  readonly profile: string;
  readonly endpoint: EndpointProcess;
  close(): Promise<void>;
};

type OpenAppOptions = Omit<Partial<PageOptions>, "engine" | "profile" | "locale"> & {
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

/** One of several people at the same endpoint: closing ends the browser, not the endpoint. */
export type Person = OpenedApp;

export type PersonOptions = {
  readonly endpoint: EndpointProcess;
  readonly engine: EngineName;
  readonly language: AppLanguage;
  readonly isWholeBrowser?: boolean;
  /** With it the device is enrolled as well, and so has its passphrase. */
  readonly code?: string;
};

/** A device of its own, ready offline. */
export const openPerson = async (options: PersonOptions): Promise<Person> => {
  const { endpoint, engine, language, code, isWholeBrowser = false } = options;
  const profile = createProfile();
  const page = await openPage({ engine, profile, locale: language, isWholeBrowser });
  const translate = createTranslate(language);
  const person = { page, profile, endpoint, translate, close: () => page.close() };
  await page.goto(endpoint.address);
  await seeReady(page, translate);
  if (code !== undefined) await enrolAs(person, code);
  return person;
};

/** Types an invitation's code and waits for the endpoint's word. */
export const enrolAs = async (person: Person, code: string): Promise<void> => {
  const { page, translate: t } = person;
  await goToPrivate(person, "#/enrol");
  await page.fill(t("device:enrol.code.label"), code);
  await page.click("button", t("words:enrol.device.action"));
  await seeText(page, t("device:enrol.done.title"));
};

/** Looks again, and waits until the endpoint has told the other desk that all was fetched. */
export const lookUntilDelivered = async (
  person: Person,
  toldDesk: string,
  notices: number,
): Promise<void> => {
  await lookAgain(person);
  await until(
    `${notices} delivered notices for ${toldDesk}`,
    () => countNotices(person.endpoint, toldDesk, "delivered") >= notices,
  );
};
