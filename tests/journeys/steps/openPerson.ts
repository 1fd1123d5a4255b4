import type { AppLanguage } from "#i18n/appLanguage.ts";
import { createProfile, openPage } from "#tests/engines/openPage.ts";
import type { EngineName } from "#tests/engines/page.ts";
import { createTranslate } from "./createTranslate.ts";
import { type OpenedApp, seeReady } from "./openApp.ts";
import { openPrivate } from "./passphraseForm.ts";
import { seeText } from "./seeText.ts";
import type { EndpointProcess } from "./startEndpoint.ts";

/** One of several people at the same endpoint: closing ends the browser, not the endpoint. */
export type Person = OpenedApp;

export type PersonOptions = {
  readonly endpoint: EndpointProcess;
  readonly engine: EngineName;
  readonly language: AppLanguage;
  /** With it the device is enrolled as well, and so has its passphrase. */
  readonly code?: string;
};

/** A device of its own, ready offline. */
export const openPerson = async (options: PersonOptions): Promise<Person> => {
  const { endpoint, engine, language, code } = options;
  const profile = createProfile();
  const page = await openPage({ engine, profile, locale: language });
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
  await openPrivate(person, "#/enrol");
  await page.fill(t("device:enrol.code.label"), code);
  await page.click("button", t("device:enrol.send.action"));
  await seeText(page, t("device:enrol.done.title"));
};

/** The code that the demonstration made for `desk`, such as `CL/policy`. */
export const findCode = ({ invitations }: EndpointProcess, desk: string): string => {
  const code = invitations.find((invitation) => invitation.desk === desk)?.code;
  if (code === undefined) throw new Error(`no invitation for ${desk}`);
  return code;
};
