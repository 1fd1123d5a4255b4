import type { Readable } from "node:stream";
import { startProcess } from "./browserProcesses.ts";
import { until } from "./until.ts";

let display: Promise<string> | undefined;

/** The name of an X display that all pages of this process share; Xvfb picks a free number itself. */
export const startDisplay = (): Promise<string> => {
  display ??= start();
  return display;
};

const start = async (): Promise<string> => {
  const screen = ["-screen", "0", "1600x1200x24", "-nolisten", "tcp"];
  const child = startProcess("Xvfb", ["-displayfd", "3", ...screen], { extraPipe: true });
  child.unref();
  const pipe = child.stdio[3] as Readable;
  let written = "";
  pipe.on("data", (chunk: Buffer) => (written += chunk.toString()));
  // The whole line: a pipe closed before the line's end would end Xvfb.
  const number = await until("a display of Xvfb", () => /^(\d+)\n/.exec(written)?.[1]);
  pipe.destroy();
  return `:${number}`;
};
