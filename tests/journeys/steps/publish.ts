import { copyFileSync } from "node:fs";
import { basename, join } from "node:path";
import { carryCommand } from "#secretariat/commands/carryCommand.ts";
import { inviteCommand } from "#secretariat/commands/inviteCommand.ts";
import { listCommand } from "#secretariat/commands/listCommand.ts";
import { revokeCommand } from "#secretariat/commands/revokeCommand.ts";
import { type EndpointProcess, runCommand } from "./startEndpoint.ts";

/** What the secretariat does for a desk, by its own commands; each is carried to the endpoint. */

/** Invites one more device of a desk, and gives the code. */
export const invite = async (endpoint: EndpointProcess, desk: string): Promise<string> => {
  const [state = "", kind = ""] = desk.split("/");
  const options = ["--state", state, "--desk", kind, "--role", "desk"];
  const printed = await runCommand(inviteCommand, [...options, ...inFolder(endpoint)]);
  const code = /^\s+code\s+(.+)$/m.exec(printed)?.[1]?.trim();
  const file = /\S+grant-\S+\.json/.exec(printed)?.[0];
  if (!code || !file) throw new Error(`no invitation: ${printed}`);
  await carry(endpoint, file);
  return code;
};

/** Revokes every grant of a desk that was not revoked before. */
export const revokeDesk = async (endpoint: EndpointProcess, desk: string): Promise<void> => {
  for (const id of await listOpenGrants(endpoint, desk)) {
    await carry(endpoint, await signRevocation(endpoint, id));
  }
};

/** As `revokeDesk`, while the endpoint is stopped: it takes the files when it starts. */
export const revokeDeskLater = async (endpoint: EndpointProcess, desk: string): Promise<void> => {
  for (const id of await listOpenGrants(endpoint, desk)) {
    const file = await signRevocation(endpoint, id);
    copyFileSync(file, join(endpoint.folder, "carried", basename(file)));
  }
};

const signRevocation = async (endpoint: EndpointProcess, grant: string): Promise<string> => {
  await runCommand(revokeCommand, ["--grant", grant, ...inFolder(endpoint)]);
  return join(publisherOf(endpoint), `revocation-${grant}.json`);
};

const listOpenGrants = async (
  endpoint: EndpointProcess,
  desk: string,
): Promise<readonly string[]> => {
  const printed = await runCommand(listCommand, inFolder(endpoint));
  return printed
    .split("\n")
    .map((line) => line.split(/ {2,}/))
    .flatMap(([id = "", of, , , state]) => (of === desk && state === "open" ? [id] : []));
};

const carry = async ({ address }: EndpointProcess, file: string): Promise<void> => {
  const printed = await runCommand(carryCommand, ["--to", address, file]);
  if (!/: taken$/m.test(printed)) throw new Error(`not carried: ${printed}`);
};

const publisherOf = ({ folder }: EndpointProcess): string => join(folder, "publisher");
const inFolder = (endpoint: EndpointProcess): readonly string[] => [
  "--folder",
  publisherOf(endpoint),
];
