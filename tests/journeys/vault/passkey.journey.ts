import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { enginesOf } from "#tests/journeys/steps/engines.ts";
import { type OpenedApp, openApp } from "#tests/journeys/steps/person.ts";
import { openRoute, seeText } from "#tests/journeys/steps/screen.ts";
import { lockNow, openPrivate, passphrase, unlock } from "#tests/journeys/steps/vaultForm.ts";
import {
  createAuthenticator,
  giveAnotherValue,
  type VirtualAuthenticator,
} from "#tests/journeys/steps/virtualAuthenticator.ts";

let app: OpenedApp;
let authenticator: VirtualAuthenticator;

beforeAll(async () => {
  const [engine] = enginesOf("vault/passkey");
  app = await openApp(engine);
  authenticator = await createAuthenticator(app);
});
afterAll(() => app?.close());
beforeEach(() => openPrivate(app, "#/more/lock"));

test("an authenticator that gives no value is refused with its reason, and nothing is set up", async () => {
  const { page, translate: t } = app;
  await authenticator.plugIn(false);
  await setUpPasskey();
  await seeText(page, t("device:passkey.notAdded.title"));
  await seeText(page, t("errors:passkeyWithoutPrf"));
  await openRoute(page, app.endpoint.address, "#/more/lock");
  await page.waitForRole("button", t("app:unlock.open.action"));
  expect(await page.has("button", t("device:passkeyUnlock.open.action"))).toBe(false);
  await unlock(app);
  await page.waitForRole("button", t("device:passkey.add.action"));
});

test("whoever lacks the passphrase, or the finger, sets nothing up", async () => {
  const { page, translate: t } = app;
  await authenticator.plugIn(true);
  await setUpPasskey("not the passphrase");
  await seeText(page, t("errors:passphraseWrong"));
  expect(await authenticator.countPasskeys()).toBe(0);
  await authenticator.recognise(false);
  await setUpPasskey();
  await seeText(page, t("device:passkey.notAdded.title"));
  await seeText(page, t("errors:passkeyRefused"));
  await page.waitForRole("button", t("device:passkey.add.action"));
});

test("a passkey that was tried is set up, and opens what was locked", async () => {
  const { page, translate: t } = app;
  await authenticator.plugIn(true);
  await setUpPasskey();
  await seeText(page, t("device:passkey.added.message"));
  await lockAndReturn();
  await page.click("button", t("device:passkeyUnlock.open.action"));
  await page.waitForRole("button", t("device:passkey.remove.action"));
  await page.waitForRole("button", t("device:lock.now.action"));
});

test("one that is cancelled, or not here any more, says so, and the passphrase opens", async () => {
  const { page } = app;
  await lockAndReturn();
  await authenticator.recognise(false);
  await failToUnlock("errors:passkeyRefused");
  await authenticator.plugIn(true);
  await page.reload();
  await failToUnlock("errors:passkeyRefused");
  await unlock(app);
});

test("one that gives another value than before opens nothing, says so, and the passphrase opens", async () => {
  const { page, translate: t } = app;
  await giveAnotherValue(app);
  await lockAndReturn();
  await failToUnlock("errors:passkeyChanged");
  expect(await page.has("button", t("device:lock.now.action"))).toBe(false);
  await unlock(app);
});

test("one that was removed is asked for no more", async () => {
  const { page, translate: t } = app;
  await page.click("button", t("device:passkey.remove.action"));
  await seeText(page, t("device:passkey.removed.message"));
  await page.waitForRole("button", t("device:passkey.add.action"));
  await lockAndReturn();
  expect(await page.has("button", t("device:passkeyUnlock.open.action"))).toBe(false);
});

/** From another page: this one has a button of its own that is called the same. */
const lockAndReturn = async (): Promise<void> => {
  const { page, translate: t } = app;
  await goTo("#/more");
  await page.waitForRole("heading", t("app:layout.more.label"));
  await lockNow(app);
  await goTo("#/more/lock");
  await page.waitForRole("button", t("app:unlock.open.action"));
};

/** Without a new page, which would lock as well. */
const goTo = (hash: string): Promise<null> =>
  app.page.evaluate((to) => {
    location.hash = to;
    return null;
  }, hash);

const setUpPasskey = async (typed = passphrase): Promise<void> => {
  const { page, translate: t } = app;
  await page.fill(t("device:passkey.passphrase.label"), typed);
  await page.click("button", t("device:passkey.add.action"));
};

const failToUnlock = async (reason: string): Promise<void> => {
  const { page, translate: t } = app;
  await page.click("button", t("device:passkeyUnlock.open.action"));
  await seeText(page, t(reason));
  await seeText(page, t("device:passkeyUnlock.still.message"));
};
