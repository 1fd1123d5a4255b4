import { readFile } from "node:fs/promises";
import * as v from "valibot";
import type { Edition } from "#domain/directory/edition.ts";
import { Day, Instant, instantToDay, msToInstant } from "#domain/instant.ts";
import { parseJson } from "#domain/parseJson.ts";
import { err, ok, type Result } from "#domain/result.ts";
import { PublicKey } from "#domain/trust/signedFile.ts";
import { importEdition } from "#secretariat/edition/importEdition.ts";
import { formatLineError, type LineError } from "#secretariat/edition/lineError.ts";
import { createThrowAwayPublisher, openPublisher } from "#secretariat/publisher/publisher.ts";
import { writeFileWhole, writeSigned } from "#secretariat/publisher/signedFiles.ts";
import { type Command, done, folderOption, misused, parseArguments, refused } from "./command.ts";

const usage = `
import ‹contacts.csv› --states ‹states.csv› --number N --valid-until YYYY-MM-DD --out ‹edition.json›
       [--demonstration] [--issued-at YYYY-MM-DDTHH:MM:SS.mmmZ]
       [--folder ‹publisher› | --throw-away-key ‹config.json›]

  Makes an edition of the directory from the secretariat's two files and signs it. Every bad line is
  named, and then nothing is written. The columns are described in docs/directory-csv.md.

  --states          the file of States
  --number          the edition's number, higher than the last
  --valid-until     the last day on which the edition holds
  --out             where to write it; a file that is there is replaced in one step
  --demonstration   marks the edition as invented
  --issued-at       an instant in UTC; now, if not given
  --folder          where the publisher's key is kept; “publisher”, if not given
  --throw-away-key  signs with a fresh key that is kept nowhere, and writes its public half into
                    this file as the one that is trusted
`.trim();

const known = {
  states: "string",
  number: "string",
  "issued-at": "string",
  "valid-until": "string",
  out: "string",
  demonstration: "boolean",
  folder: "string",
  "throw-away-key": "string",
} as const;

const createOptions = (nowMs: number) =>
  v.pipe(
    v.object({
      files: v.pipe(
        v.array(v.string()),
        v.check(
          (files) => files.length < 2,
          ({ input }) => `“${input[1]}” is one file too many`,
        ),
        v.tuple([v.string("the file of contacts is missing")]),
      ),
      states: v.string("--states is missing"),
      out: v.string("--out is missing"),
      number: v.pipe(
        v.string("--number is missing"),
        v.regex(/^[1-9]\d{0,8}$/, "--number takes a number from 1"),
        v.transform(Number),
      ),
      "issued-at": v.pipe(
        v.optional(v.string(), msToInstant(nowMs)),
        v.check((text) => v.is(Instant, text), "--issued-at takes an instant in UTC"),
        v.transform((text) => v.parse(Instant, text)),
      ),
      "valid-until": v.pipe(
        v.string("--valid-until is missing"),
        v.check((text) => v.is(Day, text), "--valid-until takes a day as 2027-05-31"),
        v.transform((text) => v.parse(Day, text)),
      ),
      demonstration: v.optional(v.boolean(), false),
      folder: folderOption,
      "throw-away-key": v.optional(v.string()),
    }),
    v.check(
      (options) => instantToDay(options["issued-at"]) <= options["valid-until"],
      "--valid-until is before the day of issue",
    ),
  );

const sayCount = ({ length }: readonly LineError[]): string =>
  `${length} to mend; nothing was written.`;

/**
 * The text of a `config.json` with this key for demonstrations, and otherwise unchanged; or what is
 * wrong with it.
 */
const trustDemonstration = (config: string, demonstration: PublicKey): Result<string, string> => {
  const before = parseJson(config, Config);
  if (!before) return err("is not a config.json");
  return ok(`${JSON.stringify({ ...before, demonstration }, undefined, 2)}\n`);
};

const sayEdition = ({ number, states }: Edition): string => {
  const contacts = states.flatMap(({ desks }) => desks.flatMap((desk) => desk.contacts));
  return `Edition ${number}: ${states.length} States, ${contacts.length} contacts`;
};

export const importCommand: Command = {
  usage,
  run: async (args, { nowMs }) => {
    const parsed = parseArguments(args, known, createOptions(nowMs));
    if (!parsed.ok) return misused(parsed.error, usage);
    const { files, states, out, folder, "throw-away-key": configPath, ...options } = parsed.value;
    if (configPath !== undefined && !options.demonstration) {
      return misused("--throw-away-key signs a --demonstration only", usage);
    }
    const publisher =
      configPath === undefined ? await openPublisher(folder) : ok(createThrowAwayPublisher());
    if (!publisher.ok) return refused(publisher.error);
    const [contactsCsv, statesCsv] = await Promise.all([readFile(files[0]), readFile(states)]);
    const edition = importEdition({
      contactsCsv,
      statesCsv,
      number: options.number,
      issuedAt: options["issued-at"],
      validUntil: options["valid-until"],
      demonstration: options.demonstration,
    });
    if (!edition.ok) return refused(...edition.error.map(formatLineError), sayCount(edition.error));
    const signed = publisher.value.sign("edition", JSON.stringify(edition.value));
    if (configPath !== undefined) {
      const config = trustDemonstration(await readFile(configPath, "utf8"), signed.key);
      if (!config.ok) return refused(`${configPath} ${config.error}; nothing was written.`);
      await writeFileWhole(configPath, config.value);
    }
    await writeSigned(out, signed);
    return done(`${sayEdition(edition.value)}, signed, written to ${out}.`);
  },
};

const Config = v.strictObject({
  endpoint: v.nullable(v.string()),
  publishers: v.array(PublicKey),
  demonstration: v.optional(v.nullable(PublicKey)),
});
