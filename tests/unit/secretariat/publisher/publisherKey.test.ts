import { statSync, writeFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Grant } from "#domain/trust/registry.ts";
import type { PublicKey } from "#domain/trust/signedFile.ts";
import { inviteCommand } from "#secretariat/commands/inviteCommand.ts";
import { keyCommand } from "#secretariat/commands/keyCommand.ts";
import { listCommand } from "#secretariat/commands/listCommand.ts";
import { rotateCommand } from "#secretariat/commands/rotateCommand.ts";
import { base64urlToBytes } from "#signing/base64url.ts";
import { openPublished, parseSignedFile } from "#signing/openPublished.ts";
import { seedToPublicKey } from "#signing/signText.ts";
import { createSecretariat, type Secretariat } from "#tests/unit/secretariat/world.ts";

let secretariat: Secretariat;
beforeEach(() => {
  secretariat = createSecretariat();
});
afterEach(() => secretariat.remove());

const folder = "--folder FOLDER/publisher";
const invite = `${folder} --state CL --desk policy --role desk`;
const readKey = (number: number) => JSON.parse(secretariat.read(`publisher/key-${number}.json`));
const openGrant = async (path: string, publishers: readonly PublicKey[]) => {
  const file = parseSignedFile(secretariat.read(path));
  return file.ok ? openPublished(file.value, "grant", Grant, publishers) : file;
};

describe("making the publisher's key", { timeout: 30_000 }, () => {
  it("writes one for its owner's eyes alone, and says its public half only", async () => {
    const made = await secretariat.run("key");
    expect(made).toMatchObject({ exitCode: 0, stderr: "" });
    expect(secretariat.listFiles()).toEqual(["publisher/key-1.json"]);
    expect(statSync(secretariat.path("publisher/key-1.json")).mode & 0o777).toBe(0o600);
    expect(statSync(secretariat.path("publisher")).mode & 0o777).toBe(0o700);
    const key = readKey(1);
    expect(Object.keys(key)).toEqual(["schema", "publicKey", "seed", "madeAt"]);
    expect(key).toMatchObject({ schema: "publisher-key/1" });
    expect(seedToPublicKey(base64urlToBytes(key.seed) ?? new Uint8Array())).toBe(key.publicKey);
    expect(made.stdout).toContain(`\n  ${key.publicKey}\n`);
    expect(made.stdout).not.toContain(key.seed);
    expect(made.stdout).toContain("in the clear");
    expect(made.stdout).toContain("keep the folder offline");
  });

  it("never touches one that is there", async () => {
    await secretariat.runHere(keyCommand, "--folder FOLDER/keys");
    const before = secretariat.read("keys/key-1.json");
    const again = await secretariat.runHere(keyCommand, "--folder FOLDER/keys");
    expect(again.exitCode).toBe(1);
    expect(again.lines[0]).toContain(`There is a key in ${secretariat.path("keys")}`);
    expect(secretariat.listFiles()).toEqual(["keys/key-1.json"]);
    expect(secretariat.read("keys/key-1.json")).toBe(before);
  });
});

describe("rotating the publisher's key", { timeout: 30_000 }, () => {
  it("makes a new one that signs from now on, and names both, the new one first", async () => {
    await secretariat.runHere(keyCommand, folder);
    const old = secretariat.read("publisher/key-1.json");
    await secretariat.runHere(inviteCommand, invite);
    const [byOld = ""] = secretariat.listFiles();
    const rotated = await secretariat.run("rotate");
    expect(rotated).toMatchObject({ exitCode: 0, stderr: "" });
    const [oldKey, newKey] = [readKey(1).publicKey, readKey(2).publicKey];
    expect(oldKey).not.toBe(newKey);
    expect(rotated.stdout).toContain(`ENLACE_PUBLISHER=${newKey},${oldKey}\n`);
    expect(rotated.stdout).toContain("signs everything from now on");
    expect(rotated.stdout).toContain("secretariat -- sign-again --folder publisher\n");
    expect(secretariat.read("publisher/key-1.json")).toBe(old);

    await secretariat.runHere(inviteCommand, invite);
    const byNew =
      secretariat.listFiles().find((path) => path !== byOld && /grant/.test(path)) ?? "";
    const both = [newKey, oldKey];
    expect((await openGrant(byOld, both)).ok && (await openGrant(byNew, both)).ok).toBe(true);
    expect(await openGrant(byNew, [oldKey])).toMatchObject({ error: { type: "publisherUnknown" } });
    expect(await openGrant(byOld, [newKey])).toMatchObject({ error: { type: "publisherUnknown" } });
  });

  it("does nothing where there is no key yet", async () => {
    const rotated = await secretariat.runHere(rotateCommand, folder);
    expect(rotated.exitCode).toBe(1);
    expect(rotated.lines[0]).toContain("There is no publisher's key in ");
    expect(secretariat.listFiles()).toEqual([]);
  });
});

describe("a key that was changed", () => {
  it.each([
    ["cut off", () => secretariat.read("publisher/key-1.json").slice(0, 80)],
    [
      "given another public half",
      () => JSON.stringify({ ...readKey(1), publicKey: "A".repeat(43) }),
    ],
  ])("is not signed with when it was %s", async (_how, change) => {
    await secretariat.runHere(keyCommand, folder);
    writeFileSync(secretariat.path("publisher/key-1.json"), change());
    const refusals = await Promise.all([
      secretariat.runHere(inviteCommand, invite),
      secretariat.runHere(rotateCommand, folder),
      secretariat.runHere(listCommand, folder),
    ]);
    const said = `${secretariat.path("publisher/key-1.json")} is not a publisher's key, or was changed.`;
    expect(refusals).toEqual(refusals.map(() => ({ exitCode: 1, lines: [said] })));
    expect(secretariat.listFiles()).toEqual(["publisher/key-1.json"]);
  });
});
