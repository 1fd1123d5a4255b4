import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import * as v from "valibot";
import { DeskAddress, type Role } from "#domain/desk.ts";
import { parseEdition } from "#domain/directory/edition.ts";
import { msToInstant } from "#domain/instant.ts";
import { err, ok, type Result } from "#domain/result.ts";
import {
  hasPublisherKey,
  makePublisherKey,
  openPublisher,
} from "#secretariat/publisher/publisher.ts";
import { writeFileWhole, writeSigned } from "#secretariat/publisher/signedFiles.ts";
import { parseSignedFile } from "#signing/openPublished.ts";
import {
  type Command,
  done,
  misused,
  noFiles,
  parseAddress,
  parseArguments,
  refused,
} from "./command.ts";
import { createInvitation, formatInvitation, invitationDays } from "./inviteCommand.ts";

const usage = `
demonstration

  What “npm start” does before it starts the endpoint. In the folder ENLACE_DATA (“data”, if not set)
  it makes a publisher's key where there is none, and signs the directory that ships (ENLACE_APP's, if
  set) and three fresh grants. One folder then plays both the publisher and the endpoint. Links bear
  ENLACE_ADDRESS, or else PORT and HOST.
`.trim();

/** The invitations of a demonstration: two States that can write to each other, and a reader. */
const invited: readonly { readonly desk: DeskAddress; readonly role: Role }[] = [
  { desk: v.parse(DeskAddress, { state: "CL", desk: "policy" }), role: "desk" },
  { desk: v.parse(DeskAddress, { state: "JM", desk: "policy" }), role: "desk" },
  { desk: v.parse(DeskAddress, { state: "BR", desk: "foreign-affairs" }), role: "reader" },
];

/**
 * The number and text of the demonstration edition in a signed file, by whichever key; the error is a
 * sentence. A real edition is refused: the key of a demonstration must not sign it.
 */
const loadDemonstration = async (
  path: string,
): Promise<Result<{ readonly number: number; readonly content: string }, string>> => {
  const file = parseSignedFile(await readFile(path, "utf8"));
  const edition = file.ok ? parseEdition(file.value.content) : file;
  if (!file.ok || !edition.ok) return err(`${path} is not a signed edition.`);
  if (!edition.value.demonstration) return err(`${path} is a real edition, not a demonstration.`);
  return ok({ number: edition.value.number, content: file.value.content });
};

export const demonstrationCommand: Command = {
  usage,
  run: async (args, { nowMs, env }) => {
    const parsed = parseArguments(args, {}, v.object({ files: noFiles }));
    if (!parsed.ok) return misused(parsed.error, usage);
    const address = parseAddress(undefined, env);
    if (!address.ok) return misused(address.error, usage);
    const app = env["ENLACE_APP"] || join(import.meta.dirname, "../../../public");
    const edition = await loadDemonstration(join(app, "content/directory.json"));
    if (!edition.ok) return refused(edition.error);

    const data = resolve(env["ENLACE_DATA"] || "data");
    const [folder, carried] = [join(data, "publisher"), join(data, "carried")];
    if (!(await hasPublisherKey(folder))) await makePublisherKey(folder, nowMs);
    const publisher = await openPublisher(folder);
    if (!publisher.ok) return refused(publisher.error);
    const { publicKeys, sign } = publisher.value;
    await writeFileWhole(join(data, "publisher.txt"), `${publicKeys.join("\n")}\n`);
    const { number, content } = edition.value;
    await writeSigned(join(carried, `edition-${number}.json`), sign("edition", content));

    const lines: string[] = [];
    for (const { desk, role } of invited) {
      const at = msToInstant(nowMs);
      const invitation = await createInvitation({ desk, role, days: invitationDays, at });
      const signed = sign("grant", JSON.stringify(invitation.grant));
      // The publisher's folder has it too, so that it can be listed and revoked.
      for (const target of [folder, carried]) {
        await writeSigned(join(target, `grant-${invitation.grant.id}.json`), signed);
      }
      lines.push("", formatInvitation(invitation, address.value));
    }
    return done(
      "In this demonstration one folder plays both the publisher and the endpoint:",
      `${data}. In earnest, the publisher's key is made and kept on a machine of its own.`,
      ...lines,
    );
  },
};
