import { writeFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parseInvitationCode } from "#domain/trust/invitationCode.ts";
import { Grant, Revocation } from "#domain/trust/registry.ts";
import { inviteCommand } from "#secretariat/commands/inviteCommand.ts";
import { listCommand } from "#secretariat/commands/listCommand.ts";
import { revokeCommand } from "#secretariat/commands/revokeCommand.ts";
import { makePublisherKey } from "#secretariat/publisher/publisher.ts";
import { bytesToBase64url } from "#signing/base64url.ts";
import { openPublished, parseSignedFile } from "#signing/openPublished.ts";
import { codeToSeed, seedToPublicKey } from "#signing/signText.ts";
import { createSecretariat, type Secretariat } from "#tests/unit/secretariat/world.ts";

let secretariat: Secretariat;
beforeEach(async () => {
  secretariat = createSecretariat();
  await makePublisherKey(secretariat.path("publisher"), Date.now());
});
afterEach(() => secretariat.remove());

const publicKey = () => JSON.parse(secretariat.read("publisher/key-1.json")).publicKey;
const openFile = async (path: string) => {
  const file = parseSignedFile(secretariat.read(path));
  if (!file.ok) throw new Error(`${path} is not signed`);
  return file.value;
};
const grantPaths = () => secretariat.listFiles().filter((path) => path.includes("grant-"));
const invitePattern =
  /^Invitation for (\S+), (\w+), once, until (\S+)\n {2}link {2}(\S+)\n {2}code {2}(.+)$/m;
const invite = async (options: string, env = {}) => {
  const known = new Set(grantPaths());
  const ended = await secretariat.run(`invite ${options}`, env);
  const [, desk = "", role, until, link = "", typed = ""] = invitePattern.exec(ended.stdout) ?? [];
  const path = grantPaths().find((each) => !known.has(each)) ?? "";
  return { ...ended, desk, role, until, link, typed, path, id: path.slice(16, -5) };
};

const inviteHere = (options: string, env = {}) =>
  secretariat.runHere(inviteCommand, `--folder FOLDER/publisher ${options}`, env);

describe("an invitation", { timeout: 30_000 }, () => {
  it("is a signed grant that holds the public half of its code's key, and the code's words", async () => {
    const made = await invite("--state CL --desk policy --role desk --days 3");
    expect(made).toMatchObject({ exitCode: 0, stderr: "", desk: "CL/policy", role: "desk" });
    const file = await openFile(made.path);
    const grant = await openPublished(file, "grant", Grant, [publicKey()]);
    const code = parseInvitationCode(made.typed);
    if (!grant.ok || !code.ok) throw new Error("no grant, or no code");
    expect(grant.value).toMatchObject({
      id: made.id,
      desk: { state: "CL", desk: "policy" },
      role: "desk",
      expiresAt: made.until,
      invitationKey: seedToPublicKey(await codeToSeed(code.value)),
    });
    const days = Date.parse(grant.value.expiresAt) - Date.parse(grant.value.issuedAt);
    expect(days).toBe(3 * 86_400_000);
    expect(made.link).toBe(`http://localhost:8787/#/enrol/${code.value}`);
    expect(made.stdout).toContain(`carry --to http://localhost:8787 ${made.path}`);
  });

  it("leaves its code, and the seed behind it, in no file", async () => {
    const made = await invite("--state BR --desk technical --role reader");
    const code = parseInvitationCode(made.typed);
    if (!code.ok) throw new Error("no code");
    const seed = await codeToSeed(code.value);
    const secrets = [
      code.value,
      made.typed,
      bytesToBase64url(seed),
      Buffer.from(seed).toString("hex"),
    ];
    expect(secretariat.listFiles()).toEqual([made.path, "publisher/key-1.json"]);
    for (const path of secretariat.listFiles()) {
      for (const secret of secrets) expect(secretariat.read(path)).not.toContain(secret);
    }
  });

  it.each([
    ["", {}, "http://localhost:8787"],
    ["", { PORT: "9000", HOST: "0.0.0.0" }, "http://localhost:9000"],
    ["", { PORT: "9000", HOST: "2001:db8::1" }, "http://[2001:db8::1]:9000"],
    ["", { PORT: "", ENLACE_ADDRESS: "" }, "http://localhost:8787"],
    ["", { PORT: "9000", ENLACE_ADDRESS: "https://a.example/" }, "https://a.example"],
    [
      "--address https://b.example/x",
      { ENLACE_ADDRESS: "https://a.example" },
      "https://b.example/x",
    ],
  ])("links to where Enlace is: %s %j", async (option, env, address) => {
    const made = await inviteHere(`--state CL --desk policy --role desk ${option}`, env);
    expect(made.lines[0]).toContain(`\n  link  ${address}/#/enrol/`);
  });

  it.each([
    ["--desk policy --role desk", "--state is missing"],
    ["--state Chile --desk policy --role desk", "--state takes two letters, such as CL"],
    ["--state CL --desk cyber --role desk", "--desk takes policy, foreign-affairs or technical"],
    ["--state CL --desk policy --role admin", "--role takes desk or reader"],
    ["--state CL --desk policy --role desk --days 91", "--days takes a number from 1 to 90"],
    ["--state CL --desk policy --role desk --days 0", "--days takes a number from 1 to 90"],
    ["--state CL --desk policy --role desk again", "“again” is one argument too many"],
    ["--state CL --desk policy --role desk --address enlace", "--address must be an address"],
    ["--state CL --desk policy --role desk --colour red", "Unknown option '--colour'"],
  ])("is not made of %s", async (options, said) => {
    const refused = await inviteHere(options);
    expect(refused.exitCode).toBe(2);
    expect(refused.lines[0]).toContain(said);
    expect(refused.lines.at(-1)).toContain("invite --state CL");
    expect(grantPaths()).toEqual([]);
  });

  it("is not made with a port that is none", async () => {
    const options = "--state CL --desk policy --role desk";
    const refused = await inviteHere(options, { PORT: "99999" });
    expect(refused.exitCode).toBe(2);
    expect(refused.lines[0]).toBe("PORT must be a whole number from 0 to 65535, not “99999”.");
  });
});

describe("revoking", { timeout: 30_000 }, () => {
  it("signs the word that one grant, and no other, counts no longer; and the list shows it", async () => {
    const first = await invite("--state CL --desk policy --role desk");
    const second = await invite("--state JM --desk policy --role desk");
    const revoked = await secretariat.run(`revoke --grant ${first.id.toUpperCase()}`);
    expect(revoked).toMatchObject({ exitCode: 0, stderr: "" });
    const path = `publisher/revocation-${first.id}.json`;
    expect(revoked.stdout).toContain(path);
    const file = await openFile(path);
    const opened = await openPublished(file, "revocation", Revocation, [publicKey()]);
    expect(opened).toMatchObject({ ok: true, value: { grant: first.id } });

    const lines = (await secretariat.run("list")).stdout.trim().split("\n");
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(`${first.id}  CL/policy  desk  `);
    expect(lines[0]).toMatch(/ {2}\d{4}-\d\d-\d\d to \d{4}-\d\d-\d\d {2}revoked \d{4}-\d\d-\d\d$/);
    expect(lines[1]).toMatch(new RegExp(`^${second.id} {2}JM/policy .* open$`));
  });

  it("twice changes nothing and says since when", async () => {
    await inviteHere("--state CL --desk policy --role desk");
    const [path = ""] = grantPaths();
    const id = path.slice(16, -5);
    const args = `--folder FOLDER/publisher --grant ${id}`;
    await secretariat.runHere(revokeCommand, args);
    const before = secretariat.read(`publisher/revocation-${id}.json`);
    const again = await secretariat.runHere(revokeCommand, args);
    expect(again.exitCode).toBe(0);
    expect(again.lines[0]).toContain("It was revoked on ");
    expect(secretariat.read(`publisher/revocation-${id}.json`)).toBe(before);
  });

  it.each([
    ["a grant that is not in the folder", "--grant 00000000-0000-4000-8000-000000000000", 1],
    ["an id that is none", "--grant CL/policy", 2],
    ["nothing", "", 2],
  ])("%s writes nothing", async (_what, options, exitCode) => {
    const before = secretariat.listFiles();
    const args = `--folder FOLDER/publisher ${options}`;
    const refused = await secretariat.runHere(revokeCommand, args);
    expect(refused.exitCode).toBe(exitCode);
    expect(refused.lines[0]).toMatch(/nothing was revoked|--grant takes an id|--grant is missing/);
    expect(secretariat.listFiles()).toEqual(before);
  });
});

describe("the list of grants", () => {
  it("says that there are none", async () => {
    expect(await secretariat.runHere(listCommand, "--folder FOLDER/publisher")).toEqual({
      exitCode: 0,
      lines: [`No grants in ${secretariat.path("publisher")}.`],
    });
  });

  it("names a file that was changed, and ends with 1", async () => {
    await inviteHere("--state CL --desk policy --role desk");
    const [path = ""] = grantPaths();
    const changed = secretariat.read(path).replace("CL", "PE");
    writeFileSync(secretariat.path(path), changed);
    expect(await secretariat.runHere(listCommand, "--folder FOLDER/publisher")).toEqual({
      exitCode: 1,
      lines: [
        `No grants in ${secretariat.path("publisher")}.`,
        `${secretariat.path(path)} was not signed with these keys.`,
      ],
    });
  });
});
