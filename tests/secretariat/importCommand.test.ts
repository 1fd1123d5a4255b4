import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parseEdition } from "#domain/parseEdition.ts";
import { importCommand } from "#secretariat/importCommand.ts";
import { chile, contactLine, contactsFile, goodContact, statesFile } from "./sampleFiles.ts";

let folder = "";
const file = (name: string): string => join(folder, name);
const nowMs = Date.parse("2026-11-16T12:00:00.000Z");
const options = () => {
  const [states, out] = [file("states.csv"), file("edition.json")];
  return `--states ${states} --number 3 --valid-until 2027-05-31 --out ${out}`.split(" ");
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "enlace-import-"));
  await writeFile(file("states.csv"), statesFile(chile));
  await writeFile(file("contacts.csv"), contactsFile(goodContact));
});
afterEach(() => rm(folder, { recursive: true }));

describe("the import command", () => {
  it("writes an edition that the app takes, and leaves nothing beside it", async () => {
    const outcome = await importCommand([file("contacts.csv"), ...options()], nowMs);
    expect(outcome).toEqual({
      exitCode: 0,
      lines: [`Edition 3: 1 States, 1 contacts, written to ${file("edition.json")}.`],
    });
    const edition = parseEdition(await readFile(file("edition.json"), "utf8"));
    expect(edition).toMatchObject({
      ok: true,
      value: { number: 3, demonstration: false, issuedAt: "2026-11-16T12:00:00.000Z" },
    });
    expect(await readdir(folder)).toEqual(["contacts.csv", "edition.json", "states.csv"]);
  });

  it("names every bad line and leaves the edition that was there as it was", async () => {
    await writeFile(file("edition.json"), "the one before");
    const bad = contactsFile(
      contactLine({ phones: "555" }),
      contactLine({ id: "b", zone: "UTC-3" }),
    );
    await writeFile(file("contacts.csv"), bad);
    const outcome = await importCommand([file("contacts.csv"), ...options()], nowMs);
    expect(outcome.exitCode).toBe(1);
    expect(outcome.lines).toEqual([
      "contacts line 2, phones: “555” is not phones as +56 2 1234 5678, separated by “;”",
      "contacts line 3, zone: “UTC-3” is not a time zone's name, such as America/Santiago",
      "2 to mend; nothing was written.",
    ]);
    expect(await readFile(file("edition.json"), "utf8")).toBe("the one before");
    expect(await readdir(folder)).toEqual(["contacts.csv", "edition.json", "states.csv"]);
  });

  it.each([
    ["--number", "0", "--number takes a number from 1"],
    ["--valid-until", "31/05/2027", "--valid-until takes a day as 2027-05-31"],
    ["--valid-until", "2026-11-15", "--valid-until is before the day of issue"],
    ["--issued-at", "yesterday", "--issued-at takes an instant in UTC"],
    ["--colour", "red", "Unknown option '--colour'"],
  ])("says what is wrong with %s %s and how it is used", async (option, value, said) => {
    const args = [file("contacts.csv"), ...options(), option, value];
    const outcome = await importCommand(args, nowMs);
    expect(outcome.exitCode).toBe(2);
    expect(outcome.lines[0]).toContain(said);
    expect(outcome.lines.join("\n")).toContain("--valid-until");
    expect(await readdir(folder)).toEqual(["contacts.csv", "states.csv"]);
  });

  it("says which file it could not write, and leaves no part of it", async () => {
    await mkdir(file("wall/inside"), { recursive: true });
    const args = [file("contacts.csv"), ...options().slice(0, -1), file("wall")];
    await expect(importCommand(args, nowMs)).rejects.toThrow(/wall/);
    expect(await readdir(folder)).toEqual(["contacts.csv", "states.csv", "wall"]);
  });
});

describe("the publisher's program", () => {
  const run = (...args: string[]) =>
    promisify(execFile)(process.execPath, ["src/secretariat/main.ts", ...args]);

  it("imports, and ends with 1 for a file that is not there", async () => {
    const { stdout } = await run("import", file("contacts.csv"), ...options());
    expect(stdout).toContain("Edition 3");
    await expect(run("import", file("none.csv"), ...options())).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining("none.csv"),
    });
  });

  it("shows how it is used when asked, and when it is asked for nothing", async () => {
    expect((await run("--help")).stdout).toContain("import");
    expect((await run("import", "--help")).stdout).toContain("--demonstration");
    await expect(run()).rejects.toMatchObject({ code: 2 });
  });
});
