import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test, vi } from "vitest";
import { bearer, post, pull, put } from "#tests/unit/endpoint/world/calls.ts";
import { createEnrolment, enrol, enrolPair } from "#tests/unit/endpoint/world/enrolment.ts";
import {
  createSettings,
  runCommand,
  startServer,
  writeCarried,
} from "#tests/unit/endpoint/world/servers.ts";
import { createTestPublisher } from "#tests/unit/endpoint/world/testEndpoint.ts";

// A process starts within a second, and on a busy machine within several.
vi.setConfig({ testTimeout: 30_000 });

test("take takes into a running endpoint's database what the publisher has signed", async () => {
  const settings = createSettings();
  const { dataPath, publisher } = settings;
  const server = await startServer(settings);
  const { file, seed } = publisher.invite("BR/foreign-affairs");
  const grant = writeCarried(dataPath, file);
  const edition = writeCarried(dataPath, publisher.publish({ number: 8, demonstration: false }));
  const taken = await runCommand("take.ts", [grant, edition], settings);
  expect(taken).toEqual({
    code: 0,
    stdout:
      `Taken: ${grant}: a grant for BR/foreign-affairs, desk.\n` +
      `Taken: ${edition}: edition 8.\n`,
    stderr: "",
  });
  expect((await server.request("/v1/directory")).status).toBe(401);
  const device = createEnrolment(seed);
  expect((await server.request("/v1/enrolments", post(device.request))).status).toBe(201);
  const answer = await server.request("/v1/directory", { headers: bearer(device) });
  expect(JSON.parse((await answer.json()).content)).toMatchObject({ number: 8 });

  const revocation = writeCarried(dataPath, publisher.revoke(JSON.parse(file.content).id));
  const again = await runCommand("take.ts", [grant, revocation], settings);
  expect(again.stdout).toBe(
    `Taken: ${grant}: a grant for BR/foreign-affairs, desk, taken before.\n` +
      `Taken: ${revocation}: a revocation.\n`,
  );
  const refused = await server.request("/v1/directory", { headers: bearer(device) });
  expect([refused.status, (await refused.json()).type]).toEqual([401, "revoked"]);
});

test("take says what it refuses and why, takes the rest, and ends with 1", async () => {
  const settings = createSettings();
  const { dataPath, publisher } = settings;
  const good = writeCarried(dataPath, publisher.invite("CL/policy").file);
  const { file } = createTestPublisher(Date.now).invite("CL/policy");
  const strange = writeCarried(dataPath, file);
  const broken = writeCarried(dataPath, { ...file, key: publisher.key });
  const outcome = await runCommand("take.ts", ["/nowhere", broken, good], settings);
  expect(broken).toBe(strange);
  expect(outcome).toEqual({
    code: 1,
    stdout: `Taken: ${good}: a grant for CL/policy, desk.\n`,
    stderr:
      "Not taken: /nowhere: it can't be read.\n" +
      `Not taken: ${broken}: its signature does not hold: it was changed on its way.\n`,
  });
});

test("take without files says how it is used; without a key to trust it takes nothing", async () => {
  const settings = createSettings();
  for (const args of [[], ["--help"]]) {
    const outcome = await runCommand("take.ts", args, settings);
    expect(outcome).toMatchObject({ code: 2, stdout: "" });
    expect(outcome.stderr).toContain("npm run endpoint:take -- ‹file› …");
  }
  rmSync(join(settings.dataPath, "publisher.txt"));
  const outcome = await runCommand("take.ts", ["any"], settings);
  expect(outcome.code).toBe(1);
  expect(outcome.stderr).toMatch(/^No publisher's key is trusted/);
  expect(existsSync(join(settings.dataPath, "enlace.sqlite"))).toBe(false);
});

test("[S12] a backup of a running endpoint, restored, holds everything under a new epoch", async () => {
  const settings = createSettings();
  const { dataPath, publisher } = settings;
  const server = await startServer(settings);
  const { sender: device, write } = await enrolPair(server);
  const envelope = write();
  const held = await (await put(server, device, envelope)).json();
  const file = join(dirname(dataPath), "copy.sqlite");
  const written = await runCommand("backup.ts", [file], settings);
  expect(written).toMatchObject({ code: 0, stdout: `Written: ${file}\n`, stderr: "" });
  expect(readdirSync(dirname(file)).filter((name) => name.startsWith("copy"))).toEqual([
    "copy.sqlite",
  ]);
  // It can be read where nothing can be written beside it.
  const copy = new DatabaseSync(file, { readOnly: true });
  expect(copy.prepare("PRAGMA journal_mode").get()).toEqual({ journal_mode: "delete" });
  copy.close();
  const late = await enrol(server, "JM/policy");
  const toLate = write({ sealedTo: [late.device] });
  expect((await put(server, device, toLate)).status).toBe(201);

  const restoredPath = join(dirname(dataPath), "restored");
  mkdirSync(restoredPath);
  copyFileSync(file, join(restoredPath, "enlace.sqlite"));
  const restoredSettings = {
    ...settings,
    settings: {
      ...settings.settings,
      ENLACE_DATA: restoredPath,
      ENLACE_PUBLISHER: publisher.key,
    },
  };
  const restored = await startServer(restoredSettings);
  const { epoch, rows } = await (await pull(restored, device, "CL/policy")).json();
  expect(restored.logged()).toContain(`"restored"`);
  expect(restored.printed()).toContain("Directory: edition 7");
  expect(epoch).not.toBe(held.epoch);
  expect(rows).toMatchObject([{ position: 1, receipt: { id: envelope.id, epoch } }]);
  const again = await put(restored, device, envelope);
  expect(again.status).toBe(200);
  expect(await again.json()).toEqual({ ...held, epoch });
  // Who was enrolled since the backup is unknown, not revoked, and nothing waits for them unseen.
  const lost = await put(restored, device, toLate);
  expect([lost.status, await lost.json()]).toEqual([422, { type: "recipientUnknown" }]);
  const refused = await pull(restored, late, "JM/policy");
  expect([refused.status, await refused.json()]).toEqual([401, { type: "unauthenticated" }]);

  // Its next start isn't a restoration any more; the first endpoint goes on as it was.
  restored.kill("SIGTERM");
  await restored.ended;
  const next = await startServer(restoredSettings);
  expect(await (await next.request("/v1/health")).json()).toMatchObject({ epoch });
  expect(await (await server.request("/v1/health")).json()).toMatchObject({ epoch: held.epoch });
});

test("backup overwrites nothing, and makes nothing out of nothing", async () => {
  const settings = createSettings();
  const file = join(dirname(settings.dataPath), "copy.sqlite");
  const nothing = await runCommand("backup.ts", [file], settings);
  expect(nothing.code).toBe(1);
  expect(nothing.stderr).toMatch(/^There is no database at /);
  const database = join(settings.dataPath, "enlace.sqlite");
  expect([existsSync(file), existsSync(database)]).toEqual([false, false]);

  await startServer(settings);
  writeFileSync(file, "precious");
  const taken = await runCommand("backup.ts", [file], settings);
  expect(taken.code).toBe(1);
  expect(taken.stderr).toBe(`${file} is there already; a backup overwrites nothing.\n`);

  for (const args of [[], ["--help"], [`${file}.2`, "more"]]) {
    const unused = await runCommand("backup.ts", args, settings);
    expect(unused.code).toBe(2);
    expect(unused.stderr).toContain("npm run endpoint:backup -- ‹file›");
  }
  expect(existsSync(`${file}.2`)).toBe(false);
});
