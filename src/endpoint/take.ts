import { msToInstant } from "#domain/instant.ts";
import { loadPublishers, printFailure } from "#endpoint/config/loadPublishers.ts";
import { type Config, parseConfig } from "#endpoint/config/parseConfig.ts";
import { takeFile } from "#endpoint/published/takeFile.ts";
import { openDatabase } from "#endpoint/store/sqliteDatabase.ts";
import { createSqliteStore } from "#endpoint/store/sqliteStore.ts";

// As in `server.ts`: this program may be the one that creates the database.
process.umask(0o077);

const usage = `Takes what a publisher has signed into the endpoint's database, also while it runs.

  npm run endpoint:take -- ‹file› …

Each file is an edition, a grant or a revocation, as npm run secretariat writes it. Reads
ENLACE_DATA and ENLACE_PUBLISHER as the endpoint does.`;

const take = async (config: Config, files: readonly string[]): Promise<void> => {
  const publishers = loadPublishers(config);
  if (!publishers.ok) return printFailure(publishers.error);
  const { keys } = publishers.value;
  const store = createSqliteStore(openDatabase(config.databasePath), keys);
  const deps = { store, publishers: keys, clock: () => msToInstant(Date.now()) };
  for (const file of files) {
    const taken = await takeFile(file, deps);
    if (taken.ok) {
      console.log(`Taken: ${file}: ${taken.value}.`);
    } else {
      console.error(`Not taken: ${file}: ${taken.error}.`);
      process.exitCode = 1;
    }
  }
  await store.close();
};

const files = process.argv.slice(2);
const config = parseConfig(process.env);
if (files.length === 0 || files.some((file) => file.startsWith("-"))) {
  console.error(usage);
  process.exitCode = 2;
} else if (config.ok) {
  await take(config.value, files);
} else {
  printFailure(config.error);
}
