import { copyFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Edition } from "#domain/directory/edition.ts";
import type { SignedFile } from "#domain/trust/signedFile.ts";
import { carryCommand } from "#secretariat/commands/carryCommand.ts";
import { inviteCommand } from "#secretariat/commands/inviteCommand.ts";
import { listCommand } from "#secretariat/commands/listCommand.ts";
import { revokeCommand } from "#secretariat/commands/revokeCommand.ts";
import { openPublisher, type Publisher } from "#secretariat/publisher/publisher.ts";
import { createSigningSeed, signText } from "#signing/signText.ts";
import { createTestEdition } from "#tests/unit/endpoint/world/testEndpoint.ts";
import { buildContact } from "#tests/world/contact.ts";
import { type EndpointProcess, runCommand } from "./endpoint.ts";

/** Files that somebody hands to a person whose device holds `heldNumber`. */
export type EditionFiles = {
  readonly held: string;
  readonly newer: string;
  readonly newest: string;
  /** By what is wrong with them. */
  readonly forged: string;
  readonly signedByAnother: string;
  readonly corrupted: string;
  readonly truncated: string;
  readonly older: string;
  readonly demonstration: string;
  readonly realByDemonstration: string;
  readonly notAnEdition: string;
};

export const heldNumber = 5;

/** `demonstration`: whose key this app takes demonstrations from, and nothing else. */
export const createEditionFiles = async (
  { folder }: EndpointProcess,
  demonstration: Uint8Array,
): Promise<EditionFiles> => {
  const publisher = await openPublisher(join(folder, "publisher"));
  if (!publisher.ok) throw new Error(publisher.error);
  const { sign } = publisher.value;
  const publish = (number: number) => sign("edition", write({ number }));
  const stranger = createSigningSeed();
  const newer = publish(heldNumber + 1);
  const [first = ""] = publisher.value.publicKeys;
  const claimed = signText(stranger, "edition", newer.content);
  return {
    held: JSON.stringify(publish(heldNumber)),
    newer: JSON.stringify(newer),
    newest: JSON.stringify(publish(heldNumber + 2)),
    forged: JSON.stringify({ ...claimed, key: first }),
    signedByAnother: JSON.stringify(claimed),
    corrupted: JSON.stringify(corrupt(newer)),
    truncated: JSON.stringify(newer).slice(0, -200),
    older: JSON.stringify(publish(heldNumber - 1)),
    demonstration: JSON.stringify(sign("edition", write({ number: 9, demonstration: true }))),
    realByDemonstration: JSON.stringify(signText(demonstration, "edition", write({ number: 9 }))),
    notAnEdition: JSON.stringify(signAsGrant(publisher.value, newer)),
  };
};

const write = (change: Partial<Edition>): string =>
  JSON.stringify(createTestEdition({ demonstration: false, ...change }));

/** One letter of what is signed. */
const corrupt = (file: SignedFile): SignedFile => ({
  ...file,
  content: file.content.replace("desk@secretariat", "desk@secretariot"),
});

const signAsGrant = ({ sign }: Publisher, { content }: SignedFile): SignedFile =>
  sign("grant", content);

/** A real edition in which Jamaica's policy desk has one contact: a person, and so a closed one. */
export const createEditionNaming = (person: string): Edition => {
  const edition = createTestEdition({ demonstration: false });
  const contacts = [buildContact({ id: "JM-policy-1", person })];
  return {
    ...edition,
    states: edition.states.map((entry) =>
      entry.state === "JM"
        ? {
            ...entry,
            desks: entry.desks.map((desk) =>
              desk.kind === "policy" ? { ...desk, contacts } : desk,
            ),
          }
        : entry,
    ),
  };
};

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
