import { copyFileSync } from "node:fs";
import { basename, join } from "node:path";
import { type EndpointProcess, runSecretariat } from "./startEndpoint.ts";

/** What the secretariat does for a desk, by its own commands; each is carried to the endpoint. */

/** Invites one more device of a desk, and gives the code. */
export const invite = (endpoint: EndpointProcess, desk: string): string => {
  const [state = "", kind = ""] = desk.split("/");
  const options = ["--state", state, "--desk", kind, "--role", "desk"];
  const printed = runSecretariat(endpoint.folder, ["invite", ...options]);
  const code = /^\s+code\s+(.+)$/m.exec(printed)?.[1]?.trim();
  const file = /\S+grant-\S+\.json/.exec(printed)?.[0];
  if (!code || !file) throw new Error(`no invitation: ${printed}`);
  carry(endpoint, file);
  return code;
};

/** Revokes every grant of a desk that was not revoked before. */
export const revokeDesk = (endpoint: EndpointProcess, desk: string): void => {
  for (const id of listOpenGrants(endpoint, desk)) {
    carry(endpoint, signRevocation(endpoint, id));
  }
};

/** As `revokeDesk`, while the endpoint is stopped: it takes the files when it starts. */
export const revokeDeskLater = (endpoint: EndpointProcess, desk: string): void => {
  for (const id of listOpenGrants(endpoint, desk)) {
    const file = signRevocation(endpoint, id);
    copyFileSync(join(endpoint.folder, file), join(endpoint.folder, "carried", basename(file)));
  }
};

const signRevocation = ({ folder }: EndpointProcess, grant: string): string => {
  runSecretariat(folder, ["revoke", "--grant", grant]);
  return join("publisher", `revocation-${grant}.json`);
};

const listOpenGrants = ({ folder }: EndpointProcess, desk: string): readonly string[] =>
  runSecretariat(folder, ["list"])
    .split("\n")
    .map((line) => line.split(/ {2,}/))
    .flatMap(([id = "", of, , , state]) => (of === desk && state === "open" ? [id] : []));

const carry = ({ folder, address }: EndpointProcess, file: string): void => {
  const printed = runSecretariat(folder, ["carry", "--to", address, file]);
  if (!/: taken$/m.test(printed)) throw new Error(`not carried: ${printed}`);
};
