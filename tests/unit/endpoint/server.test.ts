import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test, vi } from "vitest";
import { signText } from "#signing/signText.ts";
import { beginPut, carry, post, pull, put } from "#tests/unit/endpoint/world/calls.ts";
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

test("it says what it serves and whom it trusts, and that a demonstration plays both parts", async () => {
  const settings = createSettings();
  const server = await startServer(settings);
  const { dataPath } = settings;
  expect(server.printed().trimEnd().split("\n")).toEqual([
    `There is no app in ${dataPath.replace(/data$/, "no-app")}: npm run build`,
    `Kept in ${dataPath}/enlace.sqlite`,
    "Directory: edition 7, a demonstration",
    "Publisher: 1 trusted key",
    `A demonstration: ${dataPath} plays both the publisher and the endpoint`,
    "",
    expect.stringMatching(/^Enlace is at http:\/\/localhost:\d+$/),
  ]);
});

test("named by the environment, a key is nobody's demonstration, and an edition may come later", async () => {
  const settings = createSettings([]);
  rmSync(join(settings.dataPath, "publisher.txt"));
  const { publisher } = settings;
  const other = createTestPublisher(Date.now);
  const keys = `${publisher.key}, ${other.key}`;
  const server = await startServer({
    ...settings,
    settings: { ...settings.settings, ENLACE_PUBLISHER: keys },
  });
  expect(server.printed()).toContain("Publisher: 2 trusted keys\n\nEnlace is at");
  expect(server.printed()).toContain("Directory: none yet (npm run endpoint:take -- ‹file›)\n");
  expect((await server.request("/v1/directory")).status).toBe(404);
  expect((await carry(server, other.publish({ demonstration: false }))).status).toBe(201);
  expect((await server.request("/v1/directory")).status).toBe(401);
});

test("what it keeps is for its own account alone, whichever program made it", async () => {
  const settings = createSettings();
  const other = createSettings();
  const file = writeCarried(other.dataPath, other.publisher.publish());
  await runCommand("take.ts", [file], other);
  const server = await startServer(settings);
  await runCommand("backup.ts", [join(settings.dataPath, "enlace.sqlite-copy")], settings);
  const byServer = listModes(settings.dataPath);
  server.kill("SIGTERM");
  await server.ended;
  expect({ byTake: listModes(other.dataPath), byServer }).toEqual({
    byTake: { "enlace.sqlite": "600" },
    byServer: {
      "enlace.sqlite": "600",
      "enlace.sqlite-copy": "600",
      "enlace.sqlite-shm": "600",
      "enlace.sqlite-wal": "600",
    },
  });
});

test("pushing and mailing are switched on by the environment, and the key for pushing stays", async () => {
  const settings = createSettings();
  const configured = {
    ...settings,
    settings: {
      ...settings.settings,
      ENLACE_VAPID_SUBJECT: "mailto:desk@enlace.example",
      ENLACE_SMTP: "smtp://127.0.0.1:9",
      ENLACE_MAIL_FROM: "desk@enlace.example",
    },
  };
  const readHealth = async () => {
    const server = await startServer(configured);
    expect(server.printed()).toContain("\nTells that something waits by push and e-mail\n");
    const health = await (await server.request("/v1/health")).json();
    server.kill("SIGTERM");
    await server.ended;
    return health;
  };
  const first = await readHealth();
  expect(first).toMatchObject({ push: { key: expect.stringMatching(/^B/) }, mail: true });
  expect(await readHealth()).toEqual(first);
});

test("at every start it takes what was carried, and says what it refused and why", async () => {
  const settings = createSettings();
  const { dataPath, publisher } = settings;
  const { file, seed } = publisher.invite("CL/policy");
  writeCarried(dataPath, file);
  const stranger = createTestPublisher(Date.now);
  const forged = writeCarried(dataPath, stranger.invite("JM/policy").file);
  const older = JSON.stringify(publisher.publish({ number: 6 }));
  writeFileSync(join(dataPath, "carried", "older.json"), older);
  writeFileSync(join(dataPath, "carried", "a-text.json"), "{}");
  writeFileSync(join(dataPath, "carried", "notes.txt"), "not for the endpoint");
  const first = await startServer(settings);
  const { request } = createEnrolment(seed);
  const enrolled = await first.request("/v1/enrolments", post(request));
  expect(enrolled.status).toBe(201);
  first.kill("SIGTERM");
  await first.ended;
  const second = await startServer(settings);
  for (const server of [first, second]) {
    const refused = server.printed().match(/^Not taken: .*$/gm);
    expect(refused?.toSorted()).toEqual(
      [
        "Not taken: a-text.json: it is not a signed edition, grant or revocation.",
        `Not taken: older.json: edition 7 is held; a newer one needs a higher number.`,
        `Not taken: ${basename(forged)}: its key is not trusted here (ENLACE_PUBLISHER).`,
      ].toSorted(),
    );
    expect(server.printed()).toContain("Directory: edition 7, a demonstration");
  }
  expect((await second.request("/v1/enrolments", post(request))).status).toBe(200);
});

test("what a key has signed counts no longer than the key is trusted, and again if it is", async () => {
  const settings = createSettings();
  const first = await startServer(settings);
  const device = await enrol(first, "CL/policy");
  const lost = await enrol(first, "CL/policy");
  const { file, seed } = first.publisher.invite("JM/policy");
  await carry(first, file);
  first.kill("SIGTERM");
  await first.ended;
  const successor = createTestPublisher(Date.now);
  const trusting = (ENLACE_PUBLISHER: string) =>
    startServer({ ...settings, settings: { ...settings.settings, ENLACE_PUBLISHER } });
  const second = await trusting(successor.key);
  expect(second.printed()).toContain("Directory: none yet");
  expect((await pull(second, device, "CL/policy")).status).toBe(401);
  const { request } = createEnrolment(seed);
  expect((await second.request("/v1/enrolments", post(request))).status).toBe(404);
  await carry(second, successor.revoke(lost.grant.id));
  expect(await (await pull(second, lost, "CL/policy")).json()).toMatchObject({ type: "revoked" });
  const again = signText(successor.seed, "grant", JSON.stringify(device.grant));
  expect((await carry(second, again)).status).toBe(201);
  expect((await pull(second, device, "CL/policy")).status).toBe(200);
  second.kill("SIGTERM");
  await second.ended;
  const third = await trusting(`${successor.key},${settings.publisher.key}`);
  expect((await third.request("/v1/enrolments", post(request))).status).toBe(201);
});

test("a refusal of a large upload arrives, and the connection isn't left in disorder", async () => {
  const server = await startServer(createSettings());
  const { sender: device, write } = await enrolPair(server);
  const envelope = write();
  const answer = await put(server, device, envelope, "x".repeat(3_000_000));
  expect(answer.status).toBe(413);
  expect(await answer.json()).toMatchObject({ type: "tooLarge" });
  expect((await put(server, device, envelope)).status).toBe(201);
});

test("the log is one JSON object a line, and holds no word of a message", async () => {
  const server = await startServer(createSettings());
  const { sender: device, write } = await enrolPair(server);

  const envelope = write();
  await put(server, device, envelope);
  await pull(server, device, "CL/policy");
  server.kill("SIGTERM");
  await server.ended;
  const lines = server.logged().trim().split("\n");
  const types = lines.map((line) => JSON.parse(line).type);
  expect(types).toEqual(["started", ...Array<string>(6).fill("request"), "stopping", "stopped"]);
  for (const secret of [envelope.body, envelope.id, device.token, device.device]) {
    expect(server.logged()).not.toContain(secret);
  }
});

test("what it can't start with is said in words, with exit code 1", async () => {
  const { settings, dataPath, publisher } = createSettings();
  const running = await startServer({ settings, dataPath, publisher });
  const bare = createSettings([]);
  const keyPath = join(bare.dataPath, "publisher.txt");
  rmSync(keyPath);
  const app = join(dataPath, "app");
  mkdirSync(app);
  writeFileSync(join(app, "config.json"), "{");
  const wrong = await Promise.all([
    runCommand("server.ts", [], { settings: { ...settings, PORT: "http" } }),
    runCommand("server.ts", [], { settings: { ...settings, ENLACE_PUBLISHER: "key" } }),
    runCommand("server.ts", [], bare),
    runCommand("server.ts", [], { settings: { ...settings, ENLACE_APP: app } }),
    runCommand("server.ts", [], {
      settings: { ...settings, PORT: new URL(running.address).port },
    }),
  ]);
  expect(wrong.map(({ code }) => code)).toEqual([1, 1, 1, 1, 1]);
  expect(wrong.map(({ stderr }) => stderr.split("\n")[0])).toEqual([
    "PORT must be a whole number from 0 to 65535, not “http”.",
    "ENLACE_PUBLISHER must be public keys of 43 characters, with commas between them, not “key”.",
    "No publisher's key is trusted: name one in ENLACE_PUBLISHER, or make a demonstration " +
      `(npm run secretariat -- demonstration), which writes ${keyPath}.`,
    "The app's config.json can't be read: npm run build writes it anew.",
    expect.stringContaining("EADDRINUSE"),
  ]);
});

test("a stop finishes the request in progress, takes no other, and ends with 0", async () => {
  const server = await startServer(createSettings());
  const { sender: device, write } = await enrolPair(server);
  const envelope = write();
  const slow = await beginPut(server, device, envelope);
  server.kill("SIGTERM");
  server.kill("SIGINT");
  await expect.poll(() => server.logged()).toContain(`"stopping"`);
  await expect(server.request("/v1/health")).rejects.toThrow("fetch failed");
  const answer = await slow.finish();
  expect(answer).toMatch(/^HTTP\/1\.1 201 /);
  expect(await server.ended).toBe(0);
  expect(server.logged()).toContain(`"stopped"`);
});

test("a stop doesn't wait for ever for a request that never ends", async () => {
  const server = await startServer(createSettings());
  const { sender: device, write } = await enrolPair(server);
  await beginPut(server, device, write());
  server.kill("SIGTERM");
  expect(await server.ended).toBe(0);
}, 15_000);

/** Who may read the database, and what SQLite writes beside it. */
const listModes = (folder: string): Readonly<Record<string, string>> => {
  const names = readdirSync(folder).filter((name) => name.startsWith("enlace.sqlite"));
  return Object.fromEntries(
    names.toSorted().map((name) => [name, (statSync(join(folder, name)).mode & 0o777).toString(8)]),
  );
};
