import { randomUUID } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { sha256 } from "#endpoint/sha256.ts";
import { createEnvelope, post, pull, put } from "./createTestEndpoint.ts";
import { createSettings, findCodes, runCommand, startServer } from "./startServer.ts";

const dataOf = (settings: Record<string, string>): string => settings["ENLACE_DATA"] ?? "";

test("invite prints a link and a code that a running endpoint redeems", async () => {
  const settings = createSettings(false);
  const server = await startServer(settings);
  const args = ["--state", "BR", "--desk", "foreign-affairs", "--role", "desk", "--days", "3"];
  const invited = await runCommand("invite.ts", args, {
    ...settings,
    ENLACE_ADDRESS: "https://enlace.example",
  });
  expect(invited).toMatchObject({ code: 0, stderr: "" });
  expect(invited.stdout).toMatch(/^BR\/foreign-affairs, desk, once, until \d{4}-/);
  expect(invited.stdout).toContain("https://enlace.example/#/enrol/");
  const [code] = findCodes(invited.stdout);
  const request = { code, device: randomUUID(), tokenHash: sha256("a-token") };
  const answer = await server.request("/v1/enrolments", post(request));
  expect(answer.status).toBe(201);
  expect(await answer.json()).toMatchObject({
    role: "desk",
    desk: { state: "BR", desk: "foreign-affairs" },
  });
});

test("invite refuses what it can't read, says how it is used, and invites nobody", async () => {
  const settings = createSettings();
  const good = { state: "CL", desk: "policy", role: "desk" };
  const wrong = [
    { state: "CL", desk: "policy" },
    { ...good, state: "Chile" },
    { ...good, desk: "press" },
    { ...good, role: "admin" },
    { ...good, days: "0" },
    { ...good, days: "91" },
    { ...good, colour: "red" },
  ];
  const outcomes = await Promise.all(
    wrong.map((options) =>
      runCommand(
        "invite.ts",
        Object.entries(options).flatMap(([k, value]) => [`--${k}`, value]),
        settings,
      ),
    ),
  );
  expect(outcomes.map(({ code }) => code)).toEqual(wrong.map(() => 2));
  expect(outcomes.map(({ stderr }) => stderr.split("\n")[0])).toEqual([
    "--role is missing or wrong.",
    "--state is missing or wrong.",
    "--desk is missing or wrong.",
    "--role is missing or wrong.",
    "--days is missing or wrong.",
    "--days is missing or wrong.",
    expect.stringContaining("--colour"),
  ]);
  for (const { stderr, stdout } of outcomes) {
    expect(stderr).toContain("npm run endpoint:invite -- --state CL");
    expect(stdout).toBe("");
  }
  expect(existsSync(dataOf(settings))).toBe(false);
});

test("invite knows the desks of the directory and no others", async () => {
  const settings = createSettings();
  const args = ["--state", "US", "--desk", "policy", "--role", "reader"];
  const outcome = await runCommand("invite.ts", args, settings);
  expect(outcome).toMatchObject({
    code: 1,
    stdout: "",
    stderr: "There is no desk US/policy in edition 7.\n",
  });
  expect(existsSync(dataOf(settings))).toBe(false);
});

test("[S12] a backup of a running endpoint, restored, holds everything under a new epoch", async () => {
  const settings = createSettings();
  const server = await startServer(settings);
  const [code] = findCodes(server.printed());
  const request = { code, device: randomUUID(), tokenHash: sha256("a-token") };
  await server.request("/v1/enrolments", post(request));
  const envelope = createEnvelope();
  const held = await (await put(server, "a-token", envelope)).json();
  const file = join(dirname(dataOf(settings)), "copy.sqlite");
  const written = await runCommand("backup.ts", [file], settings);
  expect(written).toMatchObject({ code: 0, stdout: `Written: ${file}\n`, stderr: "" });
  expect(readdirSync(dirname(file)).filter((name) => name.startsWith("copy"))).toEqual([
    "copy.sqlite",
  ]);
  // It can be read where nothing can be written beside it.
  const copy = new DatabaseSync(file, { readOnly: true });
  expect(copy.prepare("PRAGMA journal_mode").get()).toEqual({ journal_mode: "delete" });
  copy.close();
  await put(server, "a-token", createEnvelope());

  const restoredSettings = createSettings();
  mkdirSync(dataOf(restoredSettings));
  copyFileSync(file, join(dataOf(restoredSettings), "enlace.sqlite"));
  const restored = await startServer(restoredSettings);
  const { epoch, rows } = await (await pull(restored, "a-token", "CL/policy")).json();
  expect(restored.logged()).toContain(`"restored"`);
  expect(epoch).not.toBe(held.epoch);
  expect(rows).toMatchObject([{ position: 1, receipt: { id: envelope.id, epoch } }]);
  const again = await put(restored, "a-token", envelope);
  expect(again.status).toBe(200);
  expect(await again.json()).toEqual({ ...held, epoch });

  // Its next start isn't a restoration any more; the first endpoint goes on as it was.
  restored.kill("SIGTERM");
  await restored.ended;
  const next = await startServer(restoredSettings);
  expect(await (await next.request("/v1/health")).json()).toMatchObject({ epoch });
  expect(await (await server.request("/v1/health")).json()).toMatchObject({ epoch: held.epoch });
});

test("backup overwrites nothing, and makes nothing out of nothing", async () => {
  const settings = createSettings();
  const file = join(dirname(dataOf(settings)), "copy.sqlite");
  const nothing = await runCommand("backup.ts", [file], settings);
  expect(nothing.code).toBe(1);
  expect(nothing.stderr).toMatch(/^There is no database at /);
  expect([existsSync(file), existsSync(dataOf(settings))]).toEqual([false, false]);

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
