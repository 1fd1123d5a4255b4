import { existsSync, renameSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { backup, DatabaseSync } from "node:sqlite";
import { printFailure } from "#endpoint/config/loadPublishers.ts";
import { parseConfig } from "#endpoint/config/parseConfig.ts";

// As in `server.ts`: nobody may read the copy who may not read the database.
process.umask(0o077);

const usage = `Writes a consistent copy of the endpoint's database, also while it runs.

  npm run endpoint:backup -- ‹file›

The file must not exist yet. To restore: stop the endpoint, put the file in the place of
enlace.sqlite in ENLACE_DATA, remove enlace.sqlite-wal and enlace.sqlite-shm, start again.`;

/** All pages in one step: a copy in several steps would restart with every write by another process. */
const wholeDatabase = 2 ** 31 - 1;

const writeBackup = async (databasePath: string, target: string): Promise<void> => {
  const partial = `${target}.partial`;
  rmSync(partial, { force: true });
  const source = new DatabaseSync(databasePath, { readOnly: true, timeout: 5_000 });
  try {
    await backup(source, partial, { rate: wholeDatabase });
  } finally {
    source.close();
  }
  markAsBackup(partial);
  // Renamed last, so that a file with this name is always a complete backup.
  renameSync(partial, target);
};

/** S12: an endpoint that starts from this copy creates a new epoch. */
const markAsBackup = (path: string): void => {
  const copy = new DatabaseSync(path);
  // A single file, without a log beside it.
  copy.exec("PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL");
  copy.exec("INSERT OR REPLACE INTO meta (key, value) VALUES ('backup', '1')");
  copy.close();
};

const fail = (code: number, message: string): void => {
  console.error(message);
  process.exitCode = code;
};

const [file, ...rest] = process.argv.slice(2);
const config = parseConfig(process.env);
if (file === undefined || file.startsWith("-") || rest.length > 0) {
  fail(2, usage);
} else if (!config.ok) {
  printFailure(config.error);
} else if (existsSync(file)) {
  fail(1, `${file} is there already; a backup overwrites nothing.`);
} else if (!existsSync(config.value.databasePath)) {
  fail(1, `There is no database at ${config.value.databasePath} (ENLACE_DATA).`);
} else {
  await writeBackup(config.value.databasePath, resolve(file));
  console.log(`Written: ${resolve(file)}`);
}
