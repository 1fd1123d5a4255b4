import { until } from "#tests/engines/until.ts";
import { goToRoute, openRoute, type Screen } from "./screen.ts";

/** Locks by the header's button, and waits for the new page that locking loads. */
export const lockNow = async (app: Screen): Promise<void> => {
  await markPage(app);
  await app.page.click("button", app.translate("device:lock.now.action"));
  await seeNewPage(app);
};

/** Types the last words and locks in one task of the page: no moment in which they could be kept. */
export const typeAndLock = async (app: Screen, label: string, text: string): Promise<void> => {
  await markPage(app);
  const lock = app.translate("device:lock.now.action");
  await app.page.evaluate(setAndPress, { label, text, lock });
  await seeNewPage(app);
};

const markPage = async ({ page }: Screen): Promise<void> => {
  await page.evaluate(() => Object.assign(globalThis, { isOpen: true }) && null, null);
};

const seeNewPage = async ({ page }: Screen): Promise<void> => {
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

/** Strong enough for Enlace; what every journey locks its device with. */
export const passphrase = "orbit maple tundra velvet canyon";

/** Chooses the passphrase where it is asked for the first time. */
const setUpPassphrase = async ({ page, translate: t }: Screen): Promise<void> => {
  await page.fill(t("device:passphrase.typed.label"), passphrase);
  await page.fill(t("device:passphrase.again.label"), passphrase);
  await page.click("button", t("device:setUp.choose.action"));
  await waitUntilOpen({ page, translate: t });
};

/** Types the passphrase, right or wrong, and presses the button. */
export const tryPassphrase = async (
  { page, translate: t }: Screen,
  typed = passphrase,
): Promise<void> => {
  await page.fill(t("device:unlock.passphrase.label"), typed);
  await page.click("button", t("app:unlock.open.action"));
};

export const unlock = async (app: Screen): Promise<void> => {
  await tryPassphrase(app);
  await waitUntilOpen(app);
};

type AppAtAddress = Screen & { readonly endpoint: { readonly address: string } };

/** Starts the app anew at a private screen, and passes whatever stands before it. */
export const openPrivate = async (app: AppAtAddress, hash: string): Promise<void> => {
  await openRoute(app.page, app.endpoint.address, hash);
  await passGate(app);
};

/** As `openPrivate`; within the page if it is unlocked, and so stays it. */
export const goToPrivate = async (app: AppAtAddress, hash: string): Promise<void> => {
  const { page, translate: t } = app;
  if (!(await page.has("button", t("device:lock.now.action")))) return openPrivate(app, hash);
  await goToRoute(page, hash);
  await passGate(app);
};

const passGate = async (app: Screen): Promise<void> => {
  const gate = await findGate(app);
  if (gate === "setUp") await setUpPassphrase(app);
  if (gate === "unlock") await unlock(app);
};

/** What stands before the screen, once it is settled whether anything does. */
const findGate = async ({
  page,
  translate: t,
}: Screen): Promise<"setUp" | "unlock" | undefined> => {
  const gates = {
    setUp: t("device:setUp.choose.action"),
    unlock: t("app:unlock.open.action"),
    open: t("device:lock.now.action"),
  };
  const labels = Object.values(gates);
  const wanted = { labels, loading: t("app:app.loading.message") };
  await page.waitFor(isSettled, wanted, {
    what: `a screen that has been read, and one of ${labels.join(", ")}`,
  });
  if (await page.has("button", gates.setUp)) return "setUp";
  return (await page.has("button", gates.unlock)) ? "unlock" : undefined;
};

/** Runs in the page. */
const isSettled = ({ labels, loading }: { labels: readonly string[]; loading: string }): boolean =>
  !document.body.innerText.includes(loading) &&
  [...document.querySelectorAll("button")].some(
    (button) => button.checkVisibility() && labels.includes(button.textContent?.trim() ?? ""),
  );

/** The button in the header is there only while there is something to lock. */
const waitUntilOpen = ({ page, translate: t }: Screen): Promise<void> =>
  page.waitForRole("button", t("device:lock.now.action"), { timeoutMs: 20_000 });
