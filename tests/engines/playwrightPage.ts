import { rm } from "node:fs/promises";
import type { BrowserContext, Locator, Page as Tab } from "playwright-core";
import { actInPage } from "./fields.ts";
import type { AccessibleName, Page, PageOptions } from "./page.ts";
import { isPolicyBroken, judgePolicy, watchPolicy } from "./policyWatch.ts";
import { awaitProcesses, killProcesses, listProcesses } from "./processes.ts";
import { axeSource, runAxe } from "./runAxe.ts";
import { until } from "./until.ts";

/** With Playwright's own objects, for what one engine alone can do (CDP, a second tab). */
export type PlaywrightPage = Page & {
  readonly tab: () => Tab;
  readonly context: () => BrowserContext;
};

const boundMs = 15_000;

/** Chromium or Firefox behind the common interface. */
export const createPlaywrightPage = async (
  { engine, profile, breaksPolicy }: PageOptions,
  launch: () => Promise<BrowserContext>,
): Promise<PlaywrightPage> => {
  const broken: string[] = [];
  let context: BrowserContext;
  let tab: Tab;
  const start = async (): Promise<void> => {
    context = await launch();
    await context.addInitScript(watchPolicy);
    context.on("console", (message) => {
      if (isPolicyBroken(message.text())) broken.push(message.text());
    });
    tab = context.pages()[0] ?? (await context.newPage());
    context.setDefaultTimeout(boundMs);
  };
  await start();
  const byRole = (role: string, name?: AccessibleName): Locator =>
    tab.getByRole(
      role as Role,
      name === undefined ? {} : { name, exact: typeof name === "string" },
    );
  const end = async (): Promise<void> => {
    const processes = listProcesses(profile);
    await context.close().catch(() => undefined);
    await awaitProcesses(processes);
  };
  return {
    engine,
    tab: () => tab,
    context: () => context,
    goto: async (url) => void (await tab.goto(url)),
    reload: async () => void (await tab.reload()),
    url: async () => tab.url(),
    click: (role, name) => byRole(role, name).click(),
    // Playwright's own filling reaches no listener in Firefox.
    fill: (label, text) => tab.evaluate(actInPage, [{ fill: label, text }]),
    act: (acts) => tab.evaluate(actInPage, acts),
    type: (text) => tab.keyboard.type(text),
    press: (key) => tab.keyboard.press(key),
    has: (role, name) => byRole(role, name).first().isVisible(),
    waitForRole: (role, name, { timeoutMs = boundMs } = {}) =>
      byRole(role, name).first().waitFor({ timeout: timeoutMs }),
    textOf: (role, name) => byRole(role, name).innerText(),
    waitFor: (isTrue, argument, { what = isTrue.toString(), timeoutMs } = {}) =>
      until(
        what,
        () => tab.evaluate<boolean, unknown>(isTrue as never, argument).catch(isLeftMeanwhile),
        timeoutMs,
      ).then(() => undefined),
    evaluate: (run, argument) => tab.evaluate(run as never, argument as never),
    findViolations: async () => {
      await tab.evaluate(axeSource);
      return tab.evaluate(runAxe);
    },
    screenshot: () => tab.screenshot(),
    setOffline: async (isOffline) => {
      // Firefox leaves the service worker's own fetches alone: half an outage would prove nothing.
      if (engine === "firefox") return false;
      await context.setOffline(isOffline);
      return true;
    },
    kill: async () => {
      await killProcesses(listProcesses(profile));
      await context.close().catch(() => undefined);
    },
    end,
    restart: async () => {
      await end();
      await start();
    },
    close: async () => {
      await end();
      await rm(profile, { recursive: true, force: true });
      judgePolicy(broken, breaksPolicy);
    },
  };
};

type Role = Parameters<Tab["getByRole"]>[0];

/** A look that falls into a reload has seen nothing, or a page without a body: the next one sees it. */
const isLeftMeanwhile = (cause: unknown): false => {
  const left = /context was destroyed|Cannot find context|navigat|document\.body is null|of null/i;
  if (left.test(String(cause))) return false;
  throw cause;
};
