import { createServer } from "node:net";
import { startProcess } from "./processes.ts";
import { until } from "./until.ts";

/** One session of the W3C WebDriver protocol, and the driver process that serves it. */
export type WebDriverSession = {
  call(method: "GET" | "POST" | "DELETE", path: string, body?: unknown): Promise<unknown>;
  /** Runs `run` in the page; what it gives or throws comes back. */
  execute<T, A>(run: (argument: A) => T | Promise<T>, argument?: A): Promise<T>;
  end(): Promise<void>;
};

/** Starts `driver` on a free port and opens the browser that `capabilities` describe. */
export const openWebDriverSession = async (
  driver: string,
  env: NodeJS.ProcessEnv,
  capabilities: object,
): Promise<WebDriverSession> => {
  const port = await findFreePort();
  const child = startProcess(driver, ["-p", String(port)], { env });
  const base = `http://127.0.0.1:${port}`;
  await until(`${driver} on port ${port}`, () =>
    ask(`${base}/status`, "GET").catch(() => undefined),
  );
  const session = (await ask(`${base}/session`, "POST", {
    capabilities: { alwaysMatch: capabilities },
  })) as { sessionId: string };
  const call: WebDriverSession["call"] = (method, path, body) =>
    ask(`${base}/session/${session.sessionId}${path}`, method, body);
  await call("POST", "/timeouts", { script: 20_000, pageLoad: 20_000, implicit: 0 });
  return {
    call,
    execute: (run, argument) => execute(call, run.toString(), argument ?? null) as Promise<never>,
    end: async () => {
      await call("DELETE", "").catch(() => undefined);
      child.kill("SIGKILL");
    },
  };
};

const execute = async (
  call: WebDriverSession["call"],
  run: string,
  argument: unknown,
): Promise<unknown> => {
  const script = `const done = arguments[1];
    Promise.resolve().then(() => (${run})(arguments[0])).then(
      (value) => done({ value }),
      (cause) => done({ cause: String(cause) }),
    );`;
  const outcome = (await call("POST", "/execute/async", { script, args: [argument] })) as {
    value?: unknown;
    cause?: string;
  };
  if (outcome.cause !== undefined) throw new Error(`in the page: ${outcome.cause}`);
  return outcome.value;
};

const ask = async (url: string, method: string, body?: unknown): Promise<unknown> => {
  const answer = await fetch(url, {
    method,
    headers: { "content-type": "application/json" },
    signal: AbortSignal.timeout(30_000),
    ...(method === "POST" ? { body: JSON.stringify(body ?? {}) } : {}),
  });
  const { value } = (await answer.json()) as { value: { error?: string; message?: string } | null };
  if (value?.error) throw new Error(`${value.error}: ${value.message}`);
  return value;
};

/** The drivers can't choose a port themselves and say which. */
const findFreePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
