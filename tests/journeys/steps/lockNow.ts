import { until } from "#tests/engines/until.ts";
import type { App } from "./passphraseForm.ts";

/** Locks by the header's button, and waits for the new page that locking loads. */
export const lockNow = async (app: App): Promise<void> => {
  await markPage(app);
  await app.page.click("button", app.translate("device:lock.now.action"));
  await seeNewPage(app);
};

/** Types the last words and locks in one task of the page: no moment in which they could be kept. */
export const typeAndLock = async (app: App, label: string, text: string): Promise<void> => {
  await markPage(app);
  const lock = app.translate("device:lock.now.action");
  await app.page.evaluate(setAndPress, { label, text, lock });
  await seeNewPage(app);
};

const markPage = async ({ page }: App): Promise<void> => {
  await page.evaluate(() => Object.assign(globalThis, { isOpen: true }) && null, null);
};

const seeNewPage = async ({ page }: App): Promise<void> => {
  const look = () => page.evaluate(isNewPage, null).catch(() => false);
  // A look that falls into the reload itself fails.
  await until(`the page after locking in ${page.engine}`, look, 20_000);
};

/** Runs in the page. */
const isNewPage = (): boolean => {
  const heading = document.querySelector("main:not(#welcome) h1");
  return !("isOpen" in globalThis) && (heading?.textContent?.trim() ?? "") !== "";
};

/** Runs in the page. */
const setAndPress = ({
  label,
  text,
  lock,
}: {
  label: string;
  text: string;
  lock: string;
}): null => {
  const field = [...document.querySelectorAll("textarea")].find(({ labels }) =>
    [...labels].some(({ textContent }) => textContent?.trim() === label),
  );
  const button = [...document.querySelectorAll("button")].find(
    ({ textContent }) => textContent?.trim() === lock,
  );
  if (!field || !button) throw new Error(`no field "${label}" or no button "${lock}"`);
  const native = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value");
  native?.set?.call(field, text);
  field.dispatchEvent(new Event("input", { bubbles: true }));
  button.click();
  return null;
};
