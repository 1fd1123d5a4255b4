import { randomBytes, randomUUID } from "node:crypto";
import { join } from "node:path";
import * as v from "valibot";
import { type DeskAddress, DeskKind, deskToId, Role, StateCode } from "#domain/desk.ts";
import { type Instant, instantToMs, msToInstant } from "#domain/instant.ts";
import {
  createInvitationCode,
  formatInvitationCode,
  type InvitationCode,
} from "#domain/trust/invitationCode.ts";
import { Grant } from "#domain/trust/registry.ts";
import { openPublisher } from "#secretariat/publisher/publisher.ts";
import { writeSigned } from "#secretariat/publisher/signedFiles.ts";
import { codeToSeed, seedToPublicKey } from "#signing/signText.ts";
import {
  type Command,
  done,
  folderOption,
  misused,
  noFiles,
  parseAddress,
  parseArguments,
  refused,
} from "./command.ts";

export const invitationDays = 14;

const usage = `
invite --state CL --desk policy --role desk [--days ${invitationDays}] [--address https://…]
       [--folder ‹publisher›]

  Makes an invitation for one device and prints its link and its code, which stand nowhere else. The
  signed grant, which holds neither, is written into the folder, to be carried to the endpoint.

  --state    two letters, ISO 3166-1, as in the directory
  --desk     policy, foreign-affairs or technical
  --role     desk (asks and answers) or reader (reads the directory)
  --days     how long it can be taken up, 1 to 90
  --address  where Enlace is, for the link; ENLACE_ADDRESS, or this machine, if not given
  --folder   where the key is kept; “publisher”, if not given
`.trim();

const Options = v.object({
  state: v.pipe(
    v.string("--state is missing"),
    v.check((text) => v.is(StateCode, text), "--state takes two letters, such as CL"),
    v.transform((text) => v.parse(StateCode, text)),
  ),
  desk: v.pipe(
    v.string("--desk is missing"),
    v.picklist(DeskKind.options, "--desk takes policy, foreign-affairs or technical"),
  ),
  role: v.pipe(
    v.string("--role is missing"),
    v.picklist(Role.options, "--role takes desk or reader"),
  ),
  days: v.pipe(
    v.optional(v.string(), `${invitationDays}`),
    v.regex(/^([1-9]|[1-8]\d|90)$/, "--days takes a number from 1 to 90"),
    v.transform(Number),
  ),
  address: v.optional(v.string()),
  folder: folderOption,
  files: noFiles,
});

const known = {
  state: "string",
  desk: "string",
  role: "string",
  days: "string",
  address: "string",
  folder: "string",
} as const;

/** Creates a code, and a grant that contains only the public half of the code's key. */
export const createInvitation = async ({
  desk,
  role,
  days,
  at,
}: InvitationOptions): Promise<Invitation> => {
  const code = createInvitationCode([...randomBytes(16)]);
  const grant = v.parse(Grant, {
    schema: "grant/1",
    id: randomUUID(),
    desk,
    role,
    invitationKey: seedToPublicKey(await codeToSeed(code)),
    issuedAt: at,
    expiresAt: msToInstant(instantToMs(at) + days * 86_400_000),
  });
  return { code, grant };
};

/** An invitation as the commands print it: its desk and role, a link, and the code to type. */
export const formatInvitation = ({ code, grant }: Invitation, address: string): string =>
  [
    `Invitation for ${deskToId(grant.desk)}, ${grant.role}, once, until ${grant.expiresAt}`,
    `  link  ${address}/#/enrol/${code}`,
    `  code  ${formatInvitationCode(code)}`,
  ].join("\n");

export const inviteCommand: Command = {
  usage,
  run: async (args, { nowMs, env }) => {
    const parsed = parseArguments(args, known, Options);
    if (!parsed.ok) return misused(parsed.error, usage);
    const { state, desk, role, days, folder } = parsed.value;
    const address = parseAddress(parsed.value.address, env);
    if (!address.ok) return misused(address.error, usage);
    const publisher = await openPublisher(folder);
    if (!publisher.ok) return refused(publisher.error);
    const at = msToInstant(nowMs);
    const invitation = await createInvitation({ desk: { state, desk }, role, days, at });
    const signed = publisher.value.sign("grant", JSON.stringify(invitation.grant));
    const path = join(folder, `grant-${invitation.grant.id}.json`);
    await writeSigned(path, signed);
    return done(
      formatInvitation(invitation, address.value),
      "",
      "Link and code are for one person, and are told only now. No device can be enrolled with them",
      "before the grant is carried to the endpoint:",
      "",
      `  npm run secretariat -- carry --to ${address.value} ${path}`,
    );
  },
};

type InvitationOptions = {
  readonly desk: DeskAddress;
  readonly role: Role;
  readonly days: number;
  readonly at: Instant;
};

/** An invitation: the code is for the invited person alone; the publisher signs the grant. */
type Invitation = { readonly code: InvitationCode; readonly grant: Grant };
