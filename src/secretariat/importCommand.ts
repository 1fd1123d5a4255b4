import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import * as v from "valibot";
import { Day, Instant, instantToDay, msToInstant } from "#domain/instant.ts";
import { err, ok, type Result } from "#domain/result.ts";
import { formatLineError } from "./formatLineError.ts";
import { importEdition } from "./importEdition.ts";
import { writeFileWhole } from "./writeFileWhole.ts";

/** What a command says and how it ends: 0 done, 1 refused by what the files hold, 2 misused. */
export type CommandOutcome = { readonly exitCode: 0 | 1 | 2; readonly lines: readonly string[] };

export const importUsage = `
import ‹contacts.csv› --states ‹states.csv› --number N --valid-until YYYY-MM-DD --out ‹edition.json›
       [--demonstration] [--issued-at YYYY-MM-DDTHH:MM:SS.mmmZ]

  Makes an edition of the directory from the secretariat's two files. Every bad line is named, and
  then nothing is written. The columns are described in docs/directory-csv.md.

  --states         the file of States
  --number         the edition's number, higher than the last
  --valid-until    the last day on which the edition holds
  --out            where to write it; a file that is there is replaced in one step
  --demonstration  marks the edition as invented
  --issued-at      an instant in UTC; now, if not given
`.trim();

/** Runs `import` with its arguments at `nowMs`; writes one file, or nothing. */
export const importCommand = async (
  args: readonly string[],
  nowMs: number,
): Promise<CommandOutcome> => {
  const parsed = parseArguments(args, nowMs);
  if (!parsed.ok) return { exitCode: 2, lines: [parsed.error, "", importUsage] };
  const { contacts, states, out, number, issuedAt, validUntil, demonstration } = parsed.value;
  const [contactsCsv, statesCsv] = await Promise.all([readFile(contacts), readFile(states)]);
  const edition = importEdition({
    contactsCsv,
    statesCsv,
    number,
    issuedAt,
    validUntil,
    demonstration,
  });
  if (!edition.ok) {
    const count = edition.error.length;
    const told = edition.error.map(formatLineError);
    return { exitCode: 1, lines: [...told, `${count} to mend; nothing was written.`] };
  }
  await writeFileWhole(out, `${JSON.stringify(edition.value)}\n`);
  const counted = edition.value.states.flatMap((entry) => entry.desks.flatMap((d) => d.contacts));
  const summary = `${edition.value.states.length} States, ${counted.length} contacts`;
  return { exitCode: 0, lines: [`Edition ${number}: ${summary}, written to ${out}.`] };
};

const Options = v.pipe(
  v.strictObject({
    contacts: v.string("the file of contacts is missing"),
    states: v.string("--states is missing"),
    out: v.string("--out is missing"),
    number: v.pipe(
      v.string("--number is missing"),
      v.regex(/^[1-9]\d{0,8}$/, "--number takes a number from 1"),
      v.transform(Number),
    ),
    issuedAt: v.pipe(
      v.string(),
      v.check((text) => v.is(Instant, text), "--issued-at takes an instant in UTC"),
      v.transform((text) => v.parse(Instant, text)),
    ),
    validUntil: v.pipe(
      v.string("--valid-until is missing"),
      v.check((text) => v.is(Day, text), "--valid-until takes a day as 2027-05-31"),
      v.transform((text) => v.parse(Day, text)),
    ),
    demonstration: v.boolean(),
  }),
  v.check(
    ({ issuedAt, validUntil }) => instantToDay(issuedAt) <= validUntil,
    "--valid-until is before the day of issue",
  ),
);

const parseArguments = (
  args: readonly string[],
  nowMs: number,
): Result<v.InferOutput<typeof Options>, string> => {
  const split = splitArguments(args);
  if (!split.ok) return split;
  const { values, positionals } = split.value;
  if (positionals.length > 1) return err(`“${positionals[1]}” is one file too many`);
  const parsed = v.safeParse(Options, {
    contacts: positionals[0],
    states: values.states,
    out: values.out,
    number: values.number,
    issuedAt: values["issued-at"] ?? msToInstant(nowMs),
    validUntil: values["valid-until"],
    demonstration: values.demonstration,
  });
  return parsed.success ? ok(parsed.output) : err(parsed.issues[0].message);
};

const splitArguments = (args: readonly string[]) => {
  try {
    return ok(
      parseArgs({
        args: [...args],
        allowPositionals: true,
        options: {
          states: { type: "string" },
          number: { type: "string" },
          "issued-at": { type: "string" },
          "valid-until": { type: "string" },
          out: { type: "string" },
          demonstration: { type: "boolean", default: false },
        },
      }),
    );
  } catch (cause) {
    return err(cause instanceof Error ? cause.message : String(cause));
  }
};
