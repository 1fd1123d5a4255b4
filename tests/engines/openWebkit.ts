import { existsSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { actInPage, findCandidates } from "./fields.ts";
import type { AccessibleName, Page, PageKey, PageOptions } from "./page.ts";
import { judgePolicy } from "./policyWatch.ts";
import {
  awaitProcesses,
  killProcesses,
  listProcesses,
  sendSignal,
  startDisplay,
} from "./processes.ts";
import { axeSource, runAxe } from "./runAxe.ts";
import { until } from "./until.ts";
import { openWebDriverSession, type WebDriverSession } from "./webDriver.ts";

/** WebKitGTK in our own shell: the nearest to an iPhone's engine that runs on this machine. */
export const openWebkit = async (options: PageOptions): Promise<Page> => {
  let session = await startSession(options);
  const find = (role: string, name?: AccessibleName): Promise<string> =>
    until(`one visible ${role} ${String(name ?? "")}`, async () => {
      const found = await findByRole(session, role, name);
      if (found.length > 1) throw new Error(`${found.length} of ${role} ${String(name ?? "")}`);
      return found[0];
    });
  const end = async (): Promise<void> => {
    // Listed before: without the shell its children can't be told from others'.
    const processes = listProcesses(options.profile);
    await session.end();
    await awaitProcesses(processes);
  };
  const has = async (role: string, name: AccessibleName): Promise<boolean> =>
    (await findByRole(session, role, name)).length > 0;
  return {
    engine: "webkit",
    goto: async (url) => void (await session.call("POST", "/url", { url })),
    reload: async () => void (await session.call("POST", "/refresh")),
    url: async () => String(await session.call("GET", "/url")),
    click: (role, name) =>
      until(`a click on ${role} ${String(name)}`, async () => {
        const element = await find(role, name);
        try {
          await session.call("POST", "/execute/sync", toTheMiddle(element));
          await session.call("POST", `/element/${element}/click`);
          return true;
        } catch (cause) {
          // Rendered anew since it was found: nothing was clicked yet.
          if (/stale element/.test(String(cause))) return false;
          throw cause;
        }
      }).then(() => undefined),
    fill: (label, text) => session.execute(actInPage, [{ fill: label, text }]),
    act: (acts) => session.execute(actInPage, acts),
    type: (text) => sendKeys(session, Array.from(text)),
    press: (key) => sendKeys(session, [keyCodes[key]]),
    has,
    waitForRole: async (role, name, { timeoutMs } = {}) =>
      void (await until(`visible ${role} ${String(name)}`, () => has(role, name), timeoutMs)),
    textOf: async (role, name) =>
      String(await session.call("GET", `/element/${await find(role, name)}/text`)),
    waitFor: async (isTrue, argument, { what = isTrue.toString(), timeoutMs } = {}) =>
      void (await until(
        what,
        () => session.execute<boolean, unknown>(isTrue as never, argument).catch(isWithoutBody),
        timeoutMs,
      )),
    evaluate: (run, argument) => session.execute(run, argument),
    findViolations: async () => {
      await loadAxe(session);
      return session.execute(runAxe);
    },
    screenshot: async () => Buffer.from(String(await session.call("GET", "/screenshot")), "base64"),
    setOffline: async (isOffline) => {
      const [shell] = listProcesses(`--profile=${options.profile}`);
      if (shell !== undefined) sendSignal(shell, isOffline ? "SIGUSR1" : "SIGUSR2");
      return shell !== undefined;
    },
    kill: async () => {
      await killProcesses(listProcesses(options.profile));
      await session.end();
    },
    end,
    restart: async () => {
      await end();
      session = await startSession(options);
    },
    close: async () => {
      await end();
      const broken = await readBroken(options.profile);
      await rm(options.profile, { recursive: true, force: true });
      judgePolicy(broken, options.breaksPolicy);
    },
  };
};

/** A look that falls into a reload may find a page that has only begun: the next one sees it. */
const isWithoutBody = (cause: unknown): false => {
  if (/null is not an object \(evaluating 'document\.body/.test(String(cause))) return false;
  throw cause;
};

/** What the shell wrote down; there is no file if nothing was broken. */
const readBroken = async (profile: string): Promise<readonly string[]> => {
  const path = `${profile}/policy-broken`;
  return existsSync(path) ? (await readFile(path, "utf8")).trim().split("\n") : [];
};

const startSession = async (options: PageOptions): Promise<WebDriverSession> => {
  const { width, height } = options.size ?? { width: 390, height: 844 };
  const parameters = {
    profile: options.profile,
    lang: options.locale ?? "en",
    size: `${width}x${height}`,
    scheme: options.colorScheme ?? "light",
    textscale: String(options.textScale ?? 1),
    features: "StorageAPI,StorageAPIEstimate,FileSystem",
  };
  const shell = fileURLToPath(new URL("./webkitShell.js", import.meta.url));
  const rest = Object.entries(parameters).map(([name, value]) => `--${name}=${value}`);
  const env = {
    ...process.env,
    DISPLAY: await startDisplay(),
    ...(options.takesPictures ? {} : { GDK_GL: "disable" }),
  };
  return openWebDriverSession("/usr/bin/WebKitWebDriver", env, {
    browserName: "EnlaceShell",
    "webkitgtk:browserOptions": { binary: "/usr/bin/gjs", args: [shell, ...rest] },
  });
};

/** WebDriver's ids of the visible elements of this role and accessible name, as the engine sees them. */
const findByRole = async (
  session: WebDriverSession,
  role: string,
  name?: AccessibleName,
): Promise<readonly string[]> => {
  const wanted = typeof name === "string" ? { role, name } : { role };
  const ids = (await session.execute(findCandidates, wanted)).map((element) =>
    String(Object.values(element)[0]),
  );
  if (name === undefined) return ids;
  const names = await Promise.all(ids.map((id) => readName(session, id)));
  return ids.filter((_, at) => isNamed(names[at], name));
};

/** Undefined for an element that has gone meanwhile. */
const readName = async (session: WebDriverSession, id: string): Promise<string | undefined> => {
  try {
    return String(await session.call("GET", `/element/${id}/computedlabel`));
  } catch (cause) {
    if (/stale element/.test(String(cause))) return undefined;
    throw cause;
  }
};

/** Where one element ends and another begins, the engine puts a space or none. */
const isNamed = (found: string | undefined, name: AccessibleName): boolean => {
  if (found === undefined) return false;
  if (typeof name !== "string") return name.test(found.replace(/\s+/g, " ").trim());
  return found.replace(/\s+/g, "") === name.replace(/\s+/g, "");
};

/** The driver scrolls no further than to an edge, where a bar at the bottom lies over the element. */
const toTheMiddle = (element: string): object => ({
  script: "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })",
  args: [{ "element-6066-11e4-a52e-4f735466cecf": element }],
});

const loadAxe = async (session: WebDriverSession): Promise<void> => {
  if (await session.execute(() => "axe" in globalThis)) return;
  await session.call("POST", "/execute/sync", { script: axeSource, args: [] });
};

const sendKeys = async (session: WebDriverSession, keys: readonly string[]): Promise<void> => {
  const actions = keys.flatMap((value) => [
    { type: "keyDown", value },
    { type: "keyUp", value },
  ]);
  await session.call("POST", "/actions", { actions: [{ type: "key", id: "keyboard", actions }] });
};

/** The code points that WebDriver gives the keys without a character (W3C WebDriver 17.4.2). */
const keyCodes: Readonly<Record<PageKey, string>> = {
  Enter: "\uE007",
  Tab: "\uE004",
  Escape: "\uE00C",
  Space: " ",
  Backspace: "\uE003",
  ArrowUp: "\uE013",
  ArrowDown: "\uE015",
  ArrowLeft: "\uE012",
  ArrowRight: "\uE014",
};
