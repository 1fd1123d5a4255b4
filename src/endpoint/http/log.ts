import type { MiddlewareHandler } from "hono";
import type { ProtocolError, ProtocolErrorType } from "#protocol/errors.ts";
import { protocolMediaType } from "#protocol/version.ts";

export type EndpointEnv = {
  Variables: {
    /** The path as the log writes it. */
    logPath: string;
    /** The sender's network address, as rates count it. */
    address: string;
  };
};

/** One line of the log. Never contents, tokens, codes, or the ids of messages. */
export type LogLine =
  | {
      readonly type: "request";
      readonly method: string;
      /** The route, or the path of the app's file. No other path is logged: people type anything. */
      readonly path: string;
      readonly status: number;
      readonly ms: number;
      /** Why it was refused. The type says nothing about a person. */
      readonly refusal?: ProtocolErrorType;
    }
  | { readonly type: "noticeFailed"; readonly by: "push" | "mail"; readonly reason: string }
  | { readonly type: "failure"; readonly error: string; readonly stack: readonly string[] }
  | { readonly type: "started" | "stopping" | "stopped" | "restored" };

export type WriteLog = (line: LogLine) => void;

/** Writes JSON lines with the time to a stream, such as stderr. */
export const createLog =
  (stream: { write(text: string): unknown }, clock: () => string): WriteLog =>
  (line) => {
    stream.write(`${JSON.stringify({ at: clock(), ...line })}\n`);
  };

/**
 * An unexpected error as a log line: its name, code and stack frames, but not its message, which may
 * quote a person's words.
 */
export const errorToLogLine = (error: unknown): LogLine => {
  if (!(error instanceof Error)) return { type: "failure", error: typeof error, stack: [] };
  const code = "code" in error ? ` ${String(error.code)}` : "";
  const stack = (error.stack ?? "").replace(error.message, "");
  const frames = stack.split("\n").filter((frame) => /^\s+at /.test(frame));
  return {
    type: "failure",
    error: `${error.name}${code}`,
    stack: frames.slice(0, 8).map((frame) => frame.trim()),
  };
};

/** Logs one line per request, once its answer is known. */
export const logRequests =
  (writeLog: WriteLog): MiddlewareHandler<EndpointEnv> =>
  async (context, next) => {
    const startedAtMs = performance.now();
    // A path that matches no route may be anything that a person typed or pasted.
    context.set("logPath", "(none)");
    await next();
    const refusal = await readRefusal(context.res);
    writeLog({
      type: "request",
      method: context.req.method,
      path: context.var.logPath,
      status: context.res.status,
      ms: Math.round((performance.now() - startedAtMs) * 10) / 10,
      ...(refusal === undefined ? {} : { refusal }),
    });
  };

/** Only its type: the rest of a refusal may identify someone. */
const readRefusal = async (response: Response): Promise<ProtocolErrorType | undefined> => {
  const isOurs = response.headers.get("Content-Type") === protocolMediaType;
  if (response.status < 400 || !isOurs) return undefined;
  // `refuse` wrote it a moment ago.
  const { type } = (await response.clone().json()) as ProtocolError;
  return type;
};
