import type { Page } from "#tests/engines/page.ts";
import type { OpenedApp } from "./openApp.ts";
import { openRoute } from "./openRoute.ts";

export type App = Pick<OpenedApp, "page" | "translate">;

/** Strong enough for Enlace; what every journey locks its device with. */
export const passphrase = "orbit maple tundra velvet canyon";

/** Chooses the passphrase where it is asked for the first time. */
export const setUpPassphrase = async ({ page, translate: t }: App): Promise<void> => {
  await page.fill(t("device:passphrase.typed.label"), passphrase);
  await page.fill(t("device:passphrase.again.label"), passphrase);
  await page.click("button", t("device:setUp.choose.action"));
  await waitUntilOpen({ page, translate: t });
};

/** Types the passphrase, right or wrong, and presses the button. */
export const tryPassphrase = async (
  { page, translate: t }: App,
  typed = passphrase,
): Promise<void> => {
  await page.fill(t("device:unlock.passphrase.label"), typed);
  await page.click("button", t("device:unlock.open.action"));
};

export const unlock = async (app: App): Promise<void> => {
  await tryPassphrase(app);
  await waitUntilOpen(app);
};

/** Opens a private screen by its address, and passes whatever stands before it. */
export const openPrivate = async (
  app: App & { readonly endpoint: { readonly address: string } },
  hash: string,
): Promise<void> => {
  await openRoute(app.page, app.endpoint.address, hash);
  const gate = await findGate(app);
  if (gate === "setUp") await setUpPassphrase(app);
  if (gate === "unlock") await unlock(app);
};

/** What stands before the screen, once it is settled whether anything does. */
const findGate = async ({ page, translate: t }: App): Promise<"setUp" | "unlock" | undefined> => {
  await waitUntilRead(page, t("app:app.loading.message"));
  if (await page.has("button", t("device:setUp.choose.action"))) return "setUp";
  return (await page.has("button", t("device:unlock.open.action"))) ? "unlock" : undefined;
};

const waitUntilRead = (page: Page, loading: string): Promise<void> =>
  page.waitFor((words) => !document.body.innerText.includes(words), loading, {
    what: "a screen that has been read",
  });

/** The button in the header is there only while there is something to lock. */
const waitUntilOpen = ({ page, translate: t }: App): Promise<void> =>
  page.waitForRole("button", t("device:lock.now.action"), { timeoutMs: 20_000 });
