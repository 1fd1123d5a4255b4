import { join } from "node:path";
import * as v from "valibot";
import { deskToId } from "#domain/desk.ts";
import { msToInstant } from "#domain/instant.ts";
import { GrantId, type Revocation } from "#domain/trust/registry.ts";
import { openPublisher } from "#secretariat/publisher/publisher.ts";
import { writeSigned } from "#secretariat/publisher/signedFiles.ts";
import {
  type Command,
  done,
  folderOption,
  misused,
  noFiles,
  parseArguments,
  refused,
} from "./command.ts";
import { listGrants } from "./listCommand.ts";

const usage = `
revoke --grant ‹id› [--folder ‹publisher›]

  Signs that a grant counts no longer, nor the device that it let in: nothing is sealed to it any
  more, and once it hears of this it erases what it holds for its desk. There is no way back but a
  new invitation. The signed revocation is written into the folder, to be carried to the endpoint.

  --grant   the grant's id, as “list” shows it; its file must be in the folder
  --folder  where the keys are kept; “publisher”, if not given
`.trim();

const Options = v.object({
  grant: v.pipe(
    v.string("--grant is missing"),
    v.toLowerCase(),
    v.check((text) => v.is(GrantId, text), "--grant takes an id as “list” shows it"),
    v.transform((text) => v.parse(GrantId, text)),
  ),
  folder: folderOption,
  files: noFiles,
});

export const revokeCommand: Command = {
  usage,
  run: async (args, { nowMs }) => {
    const parsed = parseArguments(args, { grant: "string", folder: "string" }, Options);
    if (!parsed.ok) return misused(parsed.error, usage);
    const { grant: id, folder } = parsed.value;
    const publisher = await openPublisher(folder);
    if (!publisher.ok) return refused(publisher.error);
    const { grants } = await listGrants(folder, publisher.value.publicKeys);
    const found = grants.find(({ grant }) => grant.id === id);
    // Without this, a mistyped id would seem to be revoked.
    if (!found) return refused(`There is no grant ${id} in ${folder}; nothing was revoked.`);
    const { desk, role } = found.grant;
    const path = join(folder, `revocation-${id}.json`);
    if (found.revokedAt !== null) {
      return done(`It was revoked on ${found.revokedAt}, in ${path}.`);
    }
    const revocation: Revocation = {
      schema: "revocation/1",
      grant: id,
      revokedAt: msToInstant(nowMs),
    };
    const signed = publisher.value.sign("revocation", JSON.stringify(revocation));
    await writeSigned(path, signed);
    return done(
      `Revoked: ${deskToId(desk)}, ${role}. It counts once ${path} is carried to the endpoint:`,
      "",
      `  npm run secretariat -- carry --to https://… ${path}`,
    );
  },
};
