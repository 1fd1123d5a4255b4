import { rmSync, writeFileSync } from "node:fs";
import * as v from "valibot";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type DeskDevice, listDeskDevices } from "#domain/trust/deskDevices.ts";
import { Grant, type RegistryEntry } from "#domain/trust/registry.ts";
import type { PublicKey, SignedFile } from "#domain/trust/signedFile.ts";
import { createApp } from "#endpoint/app.ts";
import { openDatabase } from "#endpoint/store/sqliteDatabase.ts";
import { createSqliteStore } from "#endpoint/store/sqliteStore.ts";
import { enrolDevice } from "#protocol/enrolment.ts";
import { RegistryAnswer } from "#protocol/registry.ts";
import { listCommand } from "#secretariat/commands/listCommand.ts";
import { revokeCommand } from "#secretariat/commands/revokeCommand.ts";
import { rotateCommand } from "#secretariat/commands/rotateCommand.ts";
import { signAgainCommand } from "#secretariat/commands/signAgainCommand.ts";
import { makePublisherKey, openPublisher } from "#secretariat/publisher/publisher.ts";
import { writeSigned } from "#secretariat/publisher/signedFiles.ts";
import { parseSignedFile } from "#signing/openPublished.ts";
import { verifyRegistryRow } from "#signing/verifyRegistryRow.ts";
import { bearer, carry, post, type Target } from "#tests/unit/endpoint/world/calls.ts";
import { createEnrolment } from "#tests/unit/endpoint/world/enrolment.ts";
import {
  createTestEndpoint,
  createTestPublisher,
  type TestEndpoint,
} from "#tests/unit/endpoint/world/testEndpoint.ts";
import { createSecretariat, type Secretariat } from "#tests/unit/secretariat/world.ts";

let secretariat: Secretariat;
beforeEach(async () => {
  secretariat = createSecretariat();
  await makePublisherKey(secretariat.path("publisher"), Date.now());
});
afterEach(() => secretariat.remove());

const folder = "--folder FOLDER/publisher";
const readKey = (number: number): PublicKey =>
  JSON.parse(secretariat.read(`publisher/key-${number}.json`)).publicKey;
const readSigned = (path: string): SignedFile => {
  const file = parseSignedFile(secretariat.read(path));
  if (!file.ok) throw new Error(`${path} is not signed`);
  return file.value;
};
const listPaths = (pattern: RegExp) => secretariat.listFiles().filter((path) => pattern.test(path));

/** A grant of the folder's, for an invitation whose key the test has: its code would take 0.2 s. */
const invite = async (desk: string) => {
  const publisher = await openPublisher(secretariat.path("publisher"));
  if (!publisher.ok) throw new Error(publisher.error);
  const { grant, seed } = createTestPublisher(() => Date.now()).invite(desk);
  const path = `publisher/grant-${grant.id}.json`;
  await writeSigned(secretariat.path(path), publisher.value.sign("grant", JSON.stringify(grant)));
  return { grant, seed, path };
};

/** The endpoint over the same database, started anew with other keys. */
const restart = ({ databasePath, ...deps }: TestEndpoint, publishers: readonly PublicKey[]) => {
  const store = createSqliteStore(openDatabase(databasePath), publishers);
  const app = createApp({ ...deps, store, publishers });
  return { request: async (path: string, init?: RequestInit) => app.request(path, init), store };
};

const carryAll = async (target: Target, pattern: RegExp): Promise<readonly number[]> => {
  const statuses: number[] = [];
  for (const path of listPaths(pattern)) {
    statuses.push((await carry(target, readSigned(path))).status);
  }
  return statuses;
};

const enrol = async (target: Target, invitation: { readonly seed: Uint8Array }) => {
  const enrolment = createEnrolment(invitation.seed, { enrolledAt: new Date().toISOString() });
  const answer = await target.request(enrolDevice.path, post(enrolment.request));
  if (answer.status !== 201) throw new Error(`Enrolling was answered with ${answer.status}.`);
  return enrolment;
};

/** As a device reads the registry from its start, trusting these keys. */
const listDevices = async (
  { store }: Pick<TestEndpoint, "store">,
  publishers: readonly PublicKey[],
): Promise<readonly DeskDevice[]> => {
  const entries: RegistryEntry[] = [];
  const findGrant = (key: PublicKey): Grant | undefined =>
    entries
      .flatMap((entry) => (entry.type === "grant" ? [entry.grant] : []))
      .find(({ invitationKey }) => invitationKey === key);
  for (const { file } of await store.listRegistry(0, 100)) {
    const entry = await verifyRegistryRow(file, publishers, findGrant);
    if (entry.ok) entries.push(entry.value);
  }
  return listDeskDevices(entries);
};

/** Two devices, one of them revoked, and a grant that nobody has taken up. */
const createEnrolled = async () => {
  const publishers = [readKey(1)];
  const endpoint = await createTestEndpoint({ demonstration: null, publishers });
  const [chile, jamaica] = [await invite("CL/policy"), await invite("JM/policy")];
  await invite("PE/policy");
  await carryAll(endpoint, /grant-/);
  const device = await enrol(endpoint, chile);
  await enrol(endpoint, jamaica);
  await secretariat.runHere(revokeCommand, `${folder} --grant ${jamaica.grant.id}`);
  await carryAll(endpoint, /revocation-/);
  return { endpoint, device, devices: await listDevices(endpoint, publishers) };
};

describe("signing again after a rotation", { timeout: 60_000 }, () => {
  it("keeps every device, and every revocation, once the old key is taken out", async () => {
    const { endpoint, device, devices } = await createEnrolled();
    expect(devices).toHaveLength(2);
    expect(devices.filter(({ isRevoked }) => isRevoked)).toHaveLength(1);
    await secretariat.runHere(rotateCommand, folder);
    const both = [readKey(2), readKey(1)];
    const again = await secretariat.runHere(signAgainCommand, folder);
    expect(again).toMatchObject({ exitCode: 0 });
    expect(again.lines[0]).toBe("Signed with key 2: grants 3, revocations 1.");
    expect(again.lines.at(-1)).toContain(
      `${secretariat.path("publisher/revocation-*-key-2.json")} ${secretariat.path("publisher/grant-*-key-2.json")}`,
    );

    const overlapping = restart(endpoint, both);
    expect(await carryAll(overlapping, /revocation-.*-key-2/)).toEqual([201]);
    expect(await carryAll(overlapping, /grant-.*-key-2/)).toEqual([201, 201, 201]);
    expect(await listDevices(overlapping, both)).toEqual(devices);
    await overlapping.store.close();

    const onlyNew = [readKey(2)];
    const rotated = restart(endpoint, onlyNew);
    const kept = await listDevices(rotated, onlyNew);
    expect(kept).toHaveLength(2);
    expect(kept).toEqual(expect.arrayContaining([...devices]));
    const registry = await rotated.request("/v1/registry", { headers: bearer(device) });
    expect(v.is(RegistryAnswer, await registry.json())).toBe(true);
    await rotated.store.close();
  });

  it("is what keeps them: without it the new key alone vouches for nobody", async () => {
    const { endpoint, device } = await createEnrolled();
    await secretariat.runHere(rotateCommand, folder);
    const onlyNew = [readKey(2)];
    const rotated = restart(endpoint, onlyNew);
    expect(await listDevices(rotated, onlyNew)).toEqual([]);
    const registry = await rotated.request("/v1/registry", { headers: bearer(device) });
    expect([registry.status, await registry.json()]).toEqual([401, { type: "unauthenticated" }]);
    await rotated.store.close();
  });

  it("says the same under the same ids, beside the old files, and a second time nothing new", async () => {
    const { grant, path } = await invite("CL/policy");
    await secretariat.runHere(revokeCommand, `${folder} --grant ${grant.id}`);
    await secretariat.runHere(rotateCommand, folder);
    await secretariat.runHere(signAgainCommand, folder);
    const byNew = readSigned(`publisher/grant-${grant.id}-key-2.json`);
    expect(readSigned(path)).toMatchObject({ content: byNew.content, key: readKey(1) });
    expect(byNew).toMatchObject({ purpose: "grant", key: readKey(2) });
    const files = secretariat.listFiles();
    expect(files).toContain(`publisher/revocation-${grant.id}-key-2.json`);
    const second = await secretariat.runHere(signAgainCommand, folder);
    expect(second.lines[0]).toBe("Signed with key 2: grants 0, revocations 0.");
    // Whoever has lost the command that carries them gets it again.
    expect(second.lines.at(-1)).toContain("revocation-*-key-2.json ");
    expect(secretariat.listFiles()).toEqual(files);
    const list = await secretariat.runHere(listCommand, folder);
    expect(list.exitCode).toBe(0);
    expect(list.lines).toHaveLength(1);
    expect(list.lines[0]).toMatch(`${grant.id}  CL/policy  desk  `);
    expect(list.lines[0]).toMatch(/revoked/);
  });

  it("leaves what was changed as it is, signs the rest, and ends with 1", async () => {
    const changed = await invite("CL/policy");
    const kept = await invite("JM/policy");
    const text = secretariat.read(changed.path).replace("CL", "PE");
    writeFileSync(secretariat.path(changed.path), text);
    await secretariat.runHere(rotateCommand, folder);
    const again = await secretariat.runHere(signAgainCommand, folder);
    expect(again.exitCode).toBe(1);
    expect(again.lines.at(-1)).toBe(
      `${secretariat.path(changed.path)} was not signed with these keys, and is not now.`,
    );
    expect(listPaths(/-key-2/)).toEqual([`publisher/grant-${kept.grant.id}-key-2.json`]);
  });

  it("signs neither of two grants that bear one id", async () => {
    const { grant } = await invite("CL/policy");
    const publisher = await openPublisher(secretariat.path("publisher"));
    if (!publisher.ok) throw new Error(publisher.error);
    const other = JSON.stringify({ ...grant, role: "reader" });
    await writeSigned(
      secretariat.path("publisher/grant-other.json"),
      publisher.value.sign("grant", other),
    );
    await secretariat.runHere(rotateCommand, folder);
    const again = await secretariat.runHere(signAgainCommand, folder);
    expect(again.exitCode).toBe(1);
    expect(again.lines.at(-1)).toBe(
      `Two files say different things of ${grant.id}; neither is signed again.`,
    );
    expect(listPaths(/-key-2/)).toEqual([]);
  });

  it("leaves no complaint about old files once the old key is gone from the folder", async () => {
    await invite("CL/policy");
    await secretariat.runHere(rotateCommand, folder);
    await secretariat.runHere(signAgainCommand, folder);
    rmSync(secretariat.path("publisher/key-1.json"));
    expect(await secretariat.runHere(listCommand, folder)).toMatchObject({ exitCode: 0 });
  });

  it("runs as a person types it, and without a key says so", async () => {
    await invite("CL/policy");
    expect(await secretariat.run("sign-again")).toEqual({
      exitCode: 0,
      stdout: "Signed with key 1: grants 0, revocations 0.\n",
      stderr: "",
    });
    const refused = await secretariat.runHere(signAgainCommand, "--folder FOLDER/none");
    expect(refused.exitCode).toBe(1);
    expect(refused.lines[0]).toContain("There is no publisher's key in ");
  });
});
