import { parseArgs } from "node:util";
import * as v from "valibot";
import { DeskAddress, deskToId } from "#domain/desk.ts";
import { msToInstant } from "#domain/instant.ts";
import { err, ok, type Result } from "#domain/result.ts";
import { Role } from "#domain/role.ts";
import { createInvitation, invitationDays } from "./createInvitation.ts";
import { formatAddress } from "./formatAddress.ts";
import { formatInvitation } from "./formatInvitation.ts";
import { loadEdition } from "./loadEdition.ts";
import { openDatabase } from "./openDatabase.ts";
import { type Config, parseConfig } from "./parseConfig.ts";
import { printFailure } from "./printFailure.ts";
import { createSqliteStore } from "./sqliteStore.ts";

const usage = `Makes an invitation for one device and prints its link and its code.

  npm run endpoint:invite -- --state CL --desk policy --role desk [--days ${invitationDays}]

  --state  two letters, ISO 3166-1, as in the directory
  --desk   policy, foreign-affairs or technical
  --role   desk (asks and answers) or reader (reads the directory)
  --days   how long it can be taken up, 1 to 90

Reads ENLACE_DATA, ENLACE_DIRECTORY and ENLACE_ADDRESS as the endpoint does.`;

const Options = v.object({
  state: DeskAddress.entries.state,
  desk: DeskAddress.entries.desk,
  role: Role,
  days: v.pipe(v.string(), v.regex(/^([1-9]|[1-8]\d|90)$/), v.transform(Number)),
});

const invite = async (config: Config, options: v.InferOutput<typeof Options>): Promise<void> => {
  const edition = loadEdition(config.directoryPath);
  if (!edition.ok) return printFailure(edition.error);
  const desk = deskToId(options);
  if (!edition.value.desks.has(desk)) {
    console.error(`There is no desk ${desk} in edition ${edition.value.edition.number}.`);
    process.exitCode = 1;
    return;
  }
  const store = createSqliteStore(openDatabase(config.databasePath));
  const { role, days } = options;
  const at = msToInstant(Date.now());
  const { code, invitation } = createInvitation({ desk, role, days, at });
  await store.saveInvitation(invitation);
  await store.close();
  console.log(formatInvitation(invitation, code, formatAddress(config, config.port)));
};

/** The command line's options, or what is wrong with them in a sentence. */
const parseOptions = (args: string[]): Result<v.InferOutput<typeof Options>, string> => {
  const text = { type: "string" } as const;
  const known = { state: text, desk: text, role: text, days: text };
  let values: object;
  try {
    values = parseArgs({ args, options: known }).values;
  } catch (error) {
    return err(error instanceof Error ? error.message : "The options can't be read.");
  }
  const parsed = v.safeParse(Options, { days: `${invitationDays}`, ...values });
  if (parsed.success) return ok(parsed.output);
  return err(`--${v.getDotPath(parsed.issues[0])} is missing or wrong.`);
};

const options = parseOptions(process.argv.slice(2));
const config = parseConfig(process.env);
if (!options.ok) {
  console.error(`${options.error}\n\n${usage}`);
  process.exitCode = 2;
} else if (config.ok) {
  await invite(config.value, options.value);
} else {
  printFailure(config.error);
}
