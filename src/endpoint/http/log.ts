import type { ProtocolErrorType } from "#protocol/errors.ts";

/** One line of the log. Never contents, tokens, codes, or the ids of messages. */
export type LogLine =
  | {
      readonly type: "request";
      readonly method: string;
      /** The route, or a file of the app; what else people type is not written down. */
      readonly path: string;
      readonly status: number;
      readonly ms: number;
      /** Why it was refused: a fact of the call, and of nobody. */
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
 * What may be known of an unexpected error: its name, code, and where it happened. Its message may
 * quote what a person wrote, so it is left out.
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
