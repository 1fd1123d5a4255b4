import { join } from "node:path";
import { type EndpointProcess, runSecretariat } from "./startEndpoint.ts";

/** A fresh code for a desk, as the secretariat makes it; its grant is carried to the endpoint. */
export const invite = ({ folder, address }: EndpointProcess, state: string): string => {
  const desk = ["--state", state, "--desk", "policy", "--role", "desk"];
  const printed = runSecretariat(folder, [
    "invite",
    ...desk,
    "--address",
    address.replace(/\/$/, ""),
    "--folder",
    join(folder, "publisher"),
  ]);
  const code = /^\s+code\s+(.+)$/m.exec(printed)?.[1];
  const grant = /\S+grant-\S+\.json/.exec(printed)?.[0];
  if (!code || !grant) throw new Error(`no invitation: ${printed}`);
  runSecretariat(folder, ["carry", "--to", address.replace(/\/$/, ""), grant]);
  return code.trim();
};
