import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";

/**
 * Opens an age file as a person does in a terminal: `age -d`, which takes a passphrase from a
 * terminal only, and so is given one by `script`. Rejects with what age said.
 */
export const openAge = async (path: string, passphrase: string): Promise<string> => {
  const opened = `${path}.txt`;
  const command = `age -d -o '${opened}' '${path}'`;
  const child = spawn("script", ["-qec", command, "/dev/null"], { stdio: "pipe" });
  let said = "";
  child.stdout.on("data", (chunk: Buffer) => {
    const hadAsked = said.includes("passphrase");
    said += chunk.toString();
    if (!hadAsked && said.includes("passphrase")) child.stdin.write(`${passphrase}\n`);
  });
  const code = await new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  if (code !== 0) throw new Error(said);
  return readFile(opened, "utf8");
};
