import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Edition } from "#domain/directory/edition.ts";
import { Grant } from "#domain/trust/registry.ts";
import { demonstrationCommand } from "#secretariat/commands/demonstrationCommand.ts";
import { listCommand } from "#secretariat/commands/listCommand.ts";
import { revokeCommand } from "#secretariat/commands/revokeCommand.ts";
import { rotateCommand } from "#secretariat/commands/rotateCommand.ts";
import { openPublished, parseSignedFile } from "#signing/openPublished.ts";
import { signText } from "#signing/signText.ts";
import { createSecretariat, type Secretariat } from "#tests/unit/secretariat/world.ts";
import { sampleSeed } from "#tests/world/signed.ts";

let secretariat: Secretariat;
beforeEach(() => {
  secretariat = createSecretariat();
});
afterEach(() => secretariat.remove());

const shipped = parseSignedFile(readFileSync("public/content/directory.json", "utf8"));
if (!shipped.ok) throw new Error("the shipped directory is not signed");
const shippedContent = shipped.value.content;
const openFile = (path: string) => {
  const file = parseSignedFile(secretariat.read(path));
  if (!file.ok) throw new Error(`${path} is not signed`);
  return file.value;
};
const publishers = () => JSON.parse(`["${secretariat.read("data/publisher.txt").trim()}"]`);
const listCodes = (stdout: string) =>
  [...stdout.matchAll(/^ {2}code {2}(.+)$/gm)].map(([, c]) => c);
const carriedGrants = () =>
  secretariat.listFiles().filter((path) => path.startsWith("data/carried/grant"));

describe("the demonstration", { timeout: 30_000 }, () => {
  it("makes a key, and signs with it the directory that ships and three grants to carry", async () => {
    const made = await secretariat.run("demonstration", { PORT: "9000" });
    expect(made).toMatchObject({ exitCode: 0, stderr: "" });
    expect(made.stdout).toContain("one folder plays both the publisher and the endpoint");
    const edition = openFile("data/carried/edition-1.json");
    expect(edition.content).toBe(shippedContent);
    expect(await openPublished(edition, "edition", Edition, publishers())).toMatchObject({
      ok: true,
    });

    expect(carriedGrants()).toHaveLength(3);
    const grants = await Promise.all(
      carriedGrants().map((path) => openPublished(openFile(path), "grant", Grant, publishers())),
    );
    const told = grants.map((grant) =>
      grant.ok
        ? `${grant.value.desk.state}/${grant.value.desk.desk}, ${grant.value.role}`
        : "broken",
    );
    const invited = ["BR/foreign-affairs, reader", "CL/policy, desk", "JM/policy, desk"];
    expect(told.toSorted()).toEqual(invited);
    for (const one of invited) expect(made.stdout).toContain(`Invitation for ${one}, once, until `);
    expect(made.stdout).toContain("link  http://localhost:9000/#/enrol/");
  });

  it("keeps its key at the next start, and makes fresh invitations", async () => {
    const first = await secretariat.run("demonstration");
    const keys = publishers();
    const edition = secretariat.read("data/carried/edition-1.json");
    const second = await secretariat.run("demonstration");
    expect(publishers()).toEqual(keys);
    expect(secretariat.read("data/carried/edition-1.json")).toBe(edition);
    expect(carriedGrants()).toHaveLength(6);
    const codes = [first, second].flatMap(({ stdout }) => listCodes(stdout));
    expect(new Set(codes).size).toBe(6);
    for (const path of secretariat.listFiles()) {
      for (const code of codes) {
        expect(secretariat.read(path)).not.toContain(code);
        expect(secretariat.read(path)).not.toContain(code?.replaceAll("-", ""));
      }
    }
  });

  it("keeps its grants where they can be listed and revoked", async () => {
    const env = { ENLACE_DATA: secretariat.path("elsewhere") };
    await secretariat.runHere(demonstrationCommand, "", env);
    const folder = "--folder FOLDER/elsewhere/publisher";
    const { lines } = await secretariat.runHere(listCommand, folder);
    expect(lines).toHaveLength(3);
    const [id = ""] = lines[0]?.split(" ") ?? [];
    const revoked = await secretariat.runHere(revokeCommand, `${folder} --grant ${id}`);
    expect(revoked.exitCode).toBe(0);
  });

  it("names every key that overlaps after a rotation", async () => {
    const env = { ENLACE_DATA: secretariat.path("data") };
    await secretariat.runHere(demonstrationCommand, "", env);
    const [old] = publishers();
    await secretariat.runHere(rotateCommand, "--folder FOLDER/data/publisher");
    await secretariat.runHere(demonstrationCommand, "", env);
    const keys = secretariat.read("data/publisher.txt").trim().split("\n");
    expect(keys).toHaveLength(2);
    expect(keys[1]).toBe(old);
    expect(openFile("data/carried/edition-1.json").key).toBe(keys[0]);
  });

  it("signs no real edition, nothing that is none, and then writes nothing", async () => {
    mkdirSync(secretariat.path("content"));
    const real = { ...JSON.parse(shippedContent), demonstration: false };
    const files = [
      [JSON.stringify(signText(sampleSeed(1), "edition", JSON.stringify(real))), "a real edition"],
      [shippedContent, "not a signed edition"],
    ];
    for (const [text = "", said = ""] of files) {
      writeFileSync(secretariat.path("content/directory.json"), text);
      const env = { ENLACE_APP: secretariat.folder, ENLACE_DATA: secretariat.path("data") };
      const refused = await secretariat.runHere(demonstrationCommand, "", env);
      expect(refused.exitCode).toBe(1);
      expect(refused.lines[0]).toContain(said);
      expect(secretariat.listFiles()).toEqual(["content/directory.json"]);
    }
  });
});
