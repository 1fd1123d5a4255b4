import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parseEdition } from "#domain/directory/edition.ts";
import type { PublicKey } from "#domain/trust/signedFile.ts";
import { importCommand } from "#secretariat/commands/importCommand.ts";
import { makePublisherKey } from "#secretariat/publisher/publisher.ts";
import { parseSignedFile } from "#signing/openPublished.ts";
import { verifySigned } from "#signing/verifySigned.ts";
import {
  chile,
  contactLine,
  contactsFile,
  goodContact,
  statesFile,
} from "#tests/unit/secretariat/world.ts";

let folder = "";
const file = (name: string): string => join(folder, name);
const nowMs = Date.parse("2026-11-16T12:00:00.000Z");
const options = () => {
  const [states, out, keys] = [file("states.csv"), file("edition.json"), file("keys")];
  return `--states ${states} --number 3 --valid-until 2027-05-31 --folder ${keys} --out ${out}`.split(
    " ",
  );
};
const run = (...args: string[]) => importCommand.run(args, { nowMs, env: {} });

/** The edition that was written, and whose key signed it. */
const openWritten = async () => {
  const signed = parseSignedFile(await readFile(file("edition.json"), "utf8"));
  if (!signed.ok || signed.value.purpose !== "edition") throw new Error("not a signed edition");
  expect(await verifySigned(signed.value)).toBe(true);
  return { key: signed.value.key, edition: parseEdition(signed.value.content) };
};
const readPublicKey = async (): Promise<PublicKey> =>
  JSON.parse(await readFile(file("keys/key-1.json"), "utf8")).publicKey;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "enlace-import-"));
  await writeFile(file("states.csv"), statesFile(chile));
  await writeFile(file("contacts.csv"), contactsFile(goodContact));
  await makePublisherKey(file("keys"), nowMs);
});
afterEach(() => rm(folder, { recursive: true }));

describe("the import command", () => {
  it("writes an edition that the publisher has signed, and leaves nothing beside it", async () => {
    const outcome = await run(file("contacts.csv"), ...options());
    expect(outcome).toEqual({
      exitCode: 0,
      lines: [`Edition 3: 1 States, 1 contacts, signed, written to ${file("edition.json")}.`],
    });
    const { key, edition } = await openWritten();
    expect(key).toBe(await readPublicKey());
    expect(edition).toMatchObject({
      ok: true,
      value: { number: 3, demonstration: false, issuedAt: "2026-11-16T12:00:00.000Z" },
    });
    expect(await readdir(folder)).toEqual(["contacts.csv", "edition.json", "keys", "states.csv"]);
  });

  it("names every bad line and leaves the edition that was there as it was", async () => {
    await writeFile(file("edition.json"), "the one before");
    const bad = contactsFile(
      contactLine({ phones: "555" }),
      contactLine({ id: "b", zone: "UTC-3" }),
    );
    await writeFile(file("contacts.csv"), bad);
    const outcome = await run(file("contacts.csv"), ...options());
    expect(outcome.exitCode).toBe(1);
    expect(outcome.lines).toEqual([
      "contacts line 2, phones: “555” is not phones as +56 2 1234 5678, separated by “;”",
      "contacts line 3, zone: “UTC-3” is not a time zone's name, such as America/Santiago",
      "2 to mend; nothing was written.",
    ]);
    expect(await readFile(file("edition.json"), "utf8")).toBe("the one before");
    expect(await readdir(folder)).toEqual(["contacts.csv", "edition.json", "keys", "states.csv"]);
  });

  it.each([
    ["--number", "0", "--number takes a number from 1"],
    ["--valid-until", "31/05/2027", "--valid-until takes a day as 2027-05-31"],
    ["--valid-until", "2026-11-15", "--valid-until is before the day of issue"],
    ["--issued-at", "yesterday", "--issued-at takes an instant in UTC"],
    ["--colour", "red", "Unknown option '--colour'"],
  ])("says what is wrong with %s %s and how it is used", async (option, value, said) => {
    const outcome = await run(file("contacts.csv"), ...options(), option, value);
    expect(outcome.exitCode).toBe(2);
    expect(outcome.lines[0]).toContain(said);
    expect(outcome.lines.join("\n")).toContain("--valid-until");
    expect(await readdir(folder)).toEqual(["contacts.csv", "keys", "states.csv"]);
  });

  it.each([
    ["no file of contacts", [], "the file of contacts is missing"],
    ["two of them", ["a.csv", "b.csv"], "“b.csv” is one file too many"],
  ])("says what is wrong with %s", async (_what, files, said) => {
    const outcome = await run(...files, ...options());
    expect(outcome).toMatchObject({ exitCode: 2 });
    expect(outcome.lines[0]).toBe(said);
  });

  it("says which option is missing", async () => {
    for (const name of ["--states", "--number", "--valid-until", "--out"]) {
      const at = options().indexOf(name);
      const outcome = await run(file("contacts.csv"), ...options().toSpliced(at, 2));
      expect(outcome).toMatchObject({ exitCode: 2 });
      expect(outcome.lines[0]).toBe(`${name} is missing`);
    }
  });

  it("signs nothing where there is no key", async () => {
    const outcome = await run(file("contacts.csv"), ...options(), "--folder", file("none"));
    expect(outcome.exitCode).toBe(1);
    expect(outcome.lines[0]).toContain("There is no publisher's key in");
    expect(await readdir(folder)).toEqual(["contacts.csv", "keys", "states.csv"]);
  });

  it("signs a demonstration with a key for once, that vouches for nothing else, and is kept nowhere", async () => {
    const config = file("config.json");
    const old = { endpoint: "https://enlace.example", publishers: [await readPublicKey()] };
    await writeFile(config, JSON.stringify(old));
    const demonstration = [...options(), "--demonstration", "--throw-away-key", config];
    const outcome = await run(file("contacts.csv"), ...demonstration);
    expect(outcome.exitCode).toBe(0);
    const { key } = await openWritten();
    expect(key).not.toBe(await readPublicKey());
    expect(JSON.parse(await readFile(config, "utf8"))).toEqual({ ...old, demonstration: key });
    expect(await readdir(file("keys"))).toEqual(["key-1.json"]);
  });

  it("signs with no key for once where nobody would trust it", async () => {
    await writeFile(file("config.json"), "{}");
    const args = [...options(), "--demonstration", "--throw-away-key", file("config.json")];
    const outcome = await run(file("contacts.csv"), ...args);
    expect(outcome).toEqual({
      exitCode: 1,
      lines: [`${file("config.json")} is not a config.json; nothing was written.`],
    });
    expect(await readFile(file("config.json"), "utf8")).toBe("{}");
    expect(await readdir(folder)).not.toContain("edition.json");
  });

  it("says which file it could not write, and leaves no part of it", async () => {
    await mkdir(file("wall/inside"), { recursive: true });
    const args = [file("contacts.csv"), ...options().slice(0, -1), file("wall")];
    await expect(run(...args)).rejects.toThrow(/wall/);
    expect(await readdir(folder)).toEqual(["contacts.csv", "keys", "states.csv", "wall"]);
  });
});

describe("the publisher's program", { timeout: 30_000 }, () => {
  const start = (...args: string[]) =>
    promisify(execFile)(process.execPath, ["src/secretariat/main.ts", ...args]);

  it("imports, and ends with 1 for a file that is not there", async () => {
    const { stdout } = await start("import", file("contacts.csv"), ...options());
    expect(stdout).toContain("Edition 3");
    await expect(start("import", file("none.csv"), ...options())).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining("none.csv"),
    });
  });

  it("shows how it is used when asked, and when it is asked for what is no command", async () => {
    const { stdout } = await start("--help");
    const commands = "key rotate import invite revoke list carry demonstration".split(" ");
    for (const name of commands) expect(stdout).toMatch(new RegExp(`^${name}( |$)`, "m"));
    const own = (await start("import", "--help")).stdout;
    expect(own).toContain("--demonstration");
    expect(own).not.toContain("--grant");
    await expect(start("toString")).rejects.toMatchObject({ code: 2 });
  });
});
