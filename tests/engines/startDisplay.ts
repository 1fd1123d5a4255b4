import type { Readable } from "node:stream";
import { startProcess } from "./browserProcesses.ts";

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
  const number = await new Promise<string>((resolve, reject) => {
    pipe.once("data", (chunk: Buffer) => resolve(chunk.toString().trim()));
    pipe.once("end", () => reject(new Error("Xvfb ended before it had a display")));
  });
  pipe.destroy();
  return `:${number}`;
};
