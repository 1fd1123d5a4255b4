import { createInstance } from "i18next";
import type { AppLanguage } from "#i18n/appLanguage.ts";
import type { Page, WaitOptions } from "#tests/engines/page.ts";
import type { PlaywrightPage } from "#tests/engines/playwrightPage.ts";
import { listNamespaces, readTree } from "#tests/house/readMessages.ts";

/** A page that shows the app, and the texts in its language. */
export type Screen = { readonly page: Page; readonly translate: Translate };

/**
 * Runs in the page: puts a file into the one file field with this label, as its picker would. No
 * driver is asked: that of WebKit can't.
 */
export const chooseFile = ({ label, text }: { label: string; text: string }): null => {
  const fields = [...document.querySelectorAll<HTMLInputElement>("input[type=file]")].filter(
    ({ labels }) => [...(labels ?? [])].some(({ textContent }) => textContent?.trim() === label),
  );
  const [field] = fields;
  if (!field || fields.length !== 1) throw new Error(`${fields.length} file fields "${label}"`);
  const chosen = new DataTransfer();
  chosen.items.add(new File([text], "edition.json", { type: "application/json" }));
  field.files = chosen.files;
  field.dispatchEvent(new Event("change", { bubbles: true }));
  return null;
};

/** Ticks the box of a dialog that asks whether one is sure, and presses what can't be undone. */
export const confirmSure = async (
  page: Page,
  { title, sure, go }: { readonly title: string; readonly sure?: string; readonly go: string },
): Promise<void> => {
  await page.waitForRole("dialog", title);
  if (sure !== undefined) await page.click("checkbox", sure);
  await page.click("button", go);
};

/** `translate("app:readiness.ready.message")`: the text as a person of this language sees it. */
export type Translate = (key: string, values?: Readonly<Record<string, unknown>>) => string;

/** Reads the locale files themselves; throws for a key that isn't there. */
export const createTranslate = (language: AppLanguage): Translate => {
  const namespaces = listNamespaces();
  const messages = namespaces.map((name) => [name, readTree(language, name)] as const);
  const i18next = createInstance();
  void i18next.init({
    lng: language,
    initAsync: false,
    ns: [...namespaces],
    interpolation: { escapeValue: false },
    resources: { [language]: Object.fromEntries(messages) },
  });
  return (key, values = {}) => {
    if (!i18next.exists(key, values)) throw new Error(`no text for ${key} in ${language}`);
    return i18next.t(key, values);
  };
};

/**
 * Opens a screen by its address as from a bookmark, and waits until its heading is there. From another
 * screen with a reload: a new hash alone would leave the last one's heading there for a moment.
 */
export const openRoute = async (page: Page, address: string, hash: string): Promise<void> => {
  // A driver may wait for ever for a navigation within a page that is just starting.
  const isThere = (await page.url()).startsWith(address);
  if (isThere) {
    await page.evaluate((to) => location.replace(to), hash);
    await page.evaluate(() => Object.assign(globalThis, { isLeft: true }) && null, null);
    await page.reload();
  } else await page.goto(address + hash);
  await page.waitFor(
    () => {
      // A driver may come back before the reload has begun.
      if ("isLeft" in globalThis) return false;
      const heading = document.querySelector("main:not(#welcome) h1");
      return (heading?.textContent?.trim() ?? "") !== "";
    },
    null,
    { what: `the heading of ${hash} in ${page.engine}` },
  );
};

/** Goes to another screen within the page, as by a tap: the app starts no second time, nor locks. */
export const goToRoute = async (page: Page, hash: string): Promise<void> => {
  if (!(await page.evaluate(leaveFor, hash))) return;
  await page.waitFor(hasArrived, null, { what: `the heading of ${hash} in ${page.engine}` });
};

/** Runs in the page; false if it is there already. */
const leaveFor = (hash: string): boolean => {
  if ((location.hash || "#/") === hash) return false;
  const element = document.querySelector("main:not(#welcome) h1");
  Object.assign(globalThis, { left: { element, text: element?.textContent } });
  location.hash = hash;
  return true;
};

/** Runs in the page, after `leaveFor`: the heading that stood there may be used again. */
const hasArrived = (): boolean => {
  const { left } = globalThis as unknown as {
    left: { readonly element: Element | null; readonly text: string | undefined };
  };
  const heading = document.querySelector("main:not(#welcome) h1");
  const text = heading?.textContent?.trim() ?? "";
  return text !== "" && (heading !== left.element || text !== left.text?.trim());
};

/** Every screen that a person can come to by its address. */
export const routes = [
  "#/",
  "#/measures",
  "#/measures/2",
  "#/measures/9",
  "#/procedures/inquiry",
  "#/procedures/response",
  "#/timeline",
  "#/glossary",
  "#/search",
  "#/directory",
  "#/directory/CL",
  "#/inquiries",
  "#/inquiries/new",
  "#/more",
  "#/more/settings",
  "#/more/install",
  "#/more/storage",
  "#/more/export",
  "#/more/erase",
  "#/more/lock",
  "#/more/border",
  "#/more/directory-file",
  "#/more/notices",
  "#/more/sheet",
  "#/more/about",
  "#/enrol",
  "#/nowhere",
] as const;

/** Comes back to the app, which then looks for what arrived: no browser here hides a page by itself. */
export const lookAgain = ({ page }: Pick<Screen, "page">): Promise<null> =>
  page.evaluate(() => {
    document.dispatchEvent(new Event("visibilitychange"));
    return null;
  }, null);

/** Whether a person can read `text` on the screen as it is now. */
export const isOnScreen = (page: Page, text: string): Promise<boolean> =>
  page.evaluate(
    (words) => document.body.innerText.replace(/\s+/g, " ").includes(words),
    text.replace(/\s+/g, " "),
  );

/** Waits until nobody can read `text` on the screen any more. */
export const seeGone = (page: Page, text: string): Promise<void> =>
  page.waitFor(
    (words) => !document.body.innerText.replace(/\s+/g, " ").includes(words),
    text.replace(/\s+/g, " "),
    { what: `no “${text}” in ${page.engine}` },
  );

/** How many letters stand in the correspondence that is shown. */
export const countLetters = (page: Page): Promise<number> =>
  page.evaluate(() => document.querySelectorAll("article").length, null);

/** On a thread's screen: the endpoint's receipt is there, whatever its number. */
export const seeHeld = ({ page, translate }: Screen) =>
  seeText(page, translate("inquiries:timeline.held.message", { number: "#" }).split("#")[0] ?? "");

/** As `seeText`, where a part of what stands there is any: a time, a number. */
export const seePattern = async (page: Page, pattern: RegExp): Promise<void> => {
  try {
    await page.waitFor(
      (source) => new RegExp(source).test(document.body.innerText.replace(/\s+/g, " ")),
      pattern.source,
      { what: `${pattern} in ${page.engine}` },
    );
  } catch (cause) {
    const shown = await page.evaluate(() => `${location.href}\n${document.body.innerText}`, null);
    throw new Error(`${String(cause)}. On the screen: ${shown.slice(0, 3000)}`, { cause });
  }
};

/**
 * Waits until a sign stands somewhere on the screen by itself: "held by the endpoint" is also
 * in "not held by the endpoint yet".
 */
export const seeSign = (page: Page, word: string): Promise<void> =>
  page.waitFor(
    (wanted) =>
      [...document.querySelectorAll("main .sign")].some(
        ({ textContent }) => textContent?.trim() === wanted,
      ),
    word,
    { what: `the word “${word}” in ${page.engine}` },
  );

/** Waits until a person can read `text` somewhere on the screen; says what stands there if not. */
export const seeText = async (
  page: Page,
  text: string,
  options: WaitOptions = {},
): Promise<void> => {
  try {
    await page.waitFor(
      (wanted) => document.body.innerText.replace(/\s+/g, " ").includes(wanted),
      text.replace(/\s+/g, " "),
      { what: `“${text}” in ${page.engine}`, ...options },
    );
  } catch (cause) {
    const shown = await page.evaluate(
      () => `${location.href}\n${document.body?.innerText ?? ""}`,
      null,
    );
    throw new Error(`${String(cause)}. On the screen: ${shown.slice(0, 3000)}`, { cause });
  }
};

/** Matches what begins with `text`: a choice's name has its hint behind it. */
export const startOf = (text: string): RegExp =>
  new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`);

/** Does what makes the browser keep a file, copies that to `path`, and gives the name that it has. */
export const takeDownload = async (
  { page }: { readonly page: Page },
  path: string,
  act: () => Promise<void>,
): Promise<string> => {
  const download = (page as PlaywrightPage).tab().waitForEvent("download", { timeout: 30_000 });
  await act();
  const file = await download;
  await file.saveAs(path);
  return file.suggestedFilename();
};
