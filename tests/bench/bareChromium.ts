import { launch } from "chrome-launcher";
import { chromiumArguments, chromiumPath } from "#tests/engines/openChromium.ts";
import { awaitProcesses, listProcesses } from "#tests/engines/processes.ts";
import { until } from "#tests/engines/until.ts";

/** A tab of a browser that nobody inspects: only what is asked here is switched on. */
export type BareTab = {
  readonly goto: (url: string) => Promise<void>;
  readonly slowDown: (times: number) => Promise<void>;
  /** Runs in every page of the tab before the page's own scripts. */
  readonly runFirst: (script: string) => Promise<void>;
  /** What `expression` is, or comes to if it is a promise. */
  readonly evaluate: <T>(expression: string) => Promise<T | undefined>;
  /** Ends the whole browser; its profile stays. */
  readonly close: () => Promise<void>;
};

/**
 * A new Chromium over `profile` with an empty tab. Playwright would switch on the inspector, which
 * notes the stack of every request: to know its lines, V8 parses a page's largest script twice more,
 * 190 ms of a start four times slowed that no person waits for.
 */
export const openBareChromium = async (profile: string): Promise<BareTab> => {
  const browser = await launch({
    chromePath: chromiumPath,
    userDataDir: profile,
    chromeFlags: ["--headless=new", "--window-size=500,900", ...chromiumArguments],
    logLevel: "silent",
  });
  const answer = await fetch(`http://127.0.0.1:${browser.port}/json/version`);
  const { webSocketDebuggerUrl } = (await answer.json()) as { webSocketDebuggerUrl: string };
  const send = await connect(webSocketDebuggerUrl);
  const { targetId } = await send("Target.createTarget", { url: "about:blank" });
  const { sessionId } = await send("Target.attachToTarget", { targetId, flatten: true });
  const ask: Send = (method, params) => send(method, params, sessionId as string);
  await ask("Page.enable");
  return {
    goto: async (url) => void (await ask("Page.navigate", { url })),
    slowDown: async (rate) => void (await ask("Emulation.setCPUThrottlingRate", { rate })),
    runFirst: async (source) =>
      void (await ask("Page.addScriptToEvaluateOnNewDocument", { source })),
    evaluate: async <T>(expression: string) => {
      const how = { expression, returnByValue: true, awaitPromise: true };
      const { result } = await ask("Runtime.evaluate", how);
      return (result as { value?: T } | undefined)?.value;
    },
    close: async () => {
      const processes = listProcesses(profile);
      await send("Browser.close");
      await awaitProcesses(processes);
    },
  };
};

type Answer = Readonly<Record<string, unknown>>;
type Send = (method: string, params?: object, sessionId?: string) => Promise<Answer>;

/** The DevTools protocol, as far as it is needed here. */
const connect = async (url: string): Promise<Send> => {
  const socket = new WebSocket(url);
  const waiting = new Map<number, (answer: Answer) => void>();
  socket.addEventListener("message", ({ data }) => {
    const { id, result = {} } = JSON.parse(String(data)) as { id?: number; result?: Answer };
    if (id !== undefined) waiting.get(id)?.(result);
  });
  // The browser's own end is an answer too.
  socket.addEventListener("close", () => {
    for (const answer of waiting.values()) answer({});
  });
  await until("a connection to Chromium", async () => socket.readyState === WebSocket.OPEN);
  let lastId = 0;
  return (method, params = {}, sessionId) =>
    new Promise((resolve) => {
      lastId += 1;
      waiting.set(lastId, resolve);
      socket.send(JSON.stringify({ id: lastId, method, params, sessionId }));
    });
};
