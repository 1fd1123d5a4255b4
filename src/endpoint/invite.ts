import { parseArgs } from "node:util";
import * as v from "valibot";
import { DeskAddress, deskToId } from "#domain/desk.ts";
import { msToInstant } from "#domain/instant.ts";
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

const parseOptions = (args: string[]): v.InferOutput<typeof Options> | undefined => {
  try {
    const text = { type: "string" } as const;
    const { values } = parseArgs({
      args,
      options: { state: text, desk: text, role: text, days: text },
    });
    return v.parse(Options, { days: `${invitationDays}`, ...values });
  } catch (error) {
    const [issue] = v.isValiError(error) ? error.issues : [];
    const option = issue?.path?.[0];
    console.error(option ? `--${String(option.key)} is missing or wrong.\n` : "");
    return undefined;
  }
};

const options = parseOptions(process.argv.slice(2));
const config = parseConfig(process.env);
if (!options) {
  console.error(usage);
  process.exitCode = 2;
} else if (config.ok) {
  await invite(config.value, options);
} else {
  printFailure(config.error);
}
