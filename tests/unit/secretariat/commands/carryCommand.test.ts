import { copyFileSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { protocolMediaType } from "#protocol/version.ts";
import { carryCommand } from "#secretariat/commands/carryCommand.ts";
import { makePublisherKey } from "#secretariat/publisher/publisher.ts";
import { signText } from "#signing/signText.ts";
import { createSecretariat, type Secretariat } from "#tests/unit/secretariat/world.ts";
import { chile } from "#tests/world/desks.ts";
import {
  publisherSeed,
  sampleGrant,
  sampleRevocation,
  signedGrant,
  signedKeys,
} from "#tests/world/signed.ts";

const grant = sampleGrant(2, chile);
const files = {
  "grant.json": signedGrant(grant),
  "revocation.json": signText(publisherSeed, "revocation", JSON.stringify(sampleRevocation(grant))),
  "enrolment.json": signedKeys(2),
  "empty.json": signText(publisherSeed, "grant", "{}"),
};

type Put = {
  readonly call: string;
  readonly contentType: string | undefined;
  readonly body: unknown;
};
type Answer = (response: ServerResponse, call: string) => void;

let secretariat: Secretariat;
let server: Server;
let address = "";
let puts: Put[] = [];
let answer: Answer;

const speak =
  (status: number, body: object, mediaType = protocolMediaType): Answer =>
  (response) => {
    response.writeHead(status, { "Content-Type": mediaType }).end(JSON.stringify(body));
  };

const readBody = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
};

beforeEach(async () => {
  secretariat = createSecretariat();
  for (const [name, file] of Object.entries(files)) {
    writeFileSync(secretariat.path(name), JSON.stringify(file));
  }
  puts = [];
  answer = speak(201, { taken: "now" });
  server = createServer((request, response) => {
    const call = `${request.method} ${request.url}`;
    void readBody(request).then((body) => {
      const contentType = request.headers["content-type"];
      puts.push({ call, contentType, body: JSON.parse(body) });
      answer(response, call);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  server.close();
  secretariat.remove();
});

describe("carrying signed files to an endpoint", { timeout: 30_000 }, () => {
  it("puts each where it belongs, as it was signed, and says what was answered", async () => {
    copyFileSync("public/content/directory.json", secretariat.path("edition.json"));
    answer = (response, call) =>
      speak(200, { taken: call.includes("grants") ? "before" : "now" })(response, call);
    const carried = await secretariat.run(
      `carry --to ${address}/ edition.json grant.json revocation.json`,
    );
    expect(carried).toEqual({
      exitCode: 0,
      stdout: "edition.json: taken\ngrant.json: held already\nrevocation.json: taken\n",
      stderr: "",
    });
    expect(puts.map(({ call }) => call)).toEqual([
      "PUT /v1/editions/1",
      `PUT /v1/grants/${grant.id}`,
      `PUT /v1/revocations/${grant.id}`,
    ]);
    expect(new Set(puts.map(({ contentType }) => contentType))).toEqual(
      new Set([protocolMediaType]),
    );
    expect(puts[1]?.body).toEqual(files["grant.json"]);
  });

  it("goes on after a refusal, says why, and ends with 1", async () => {
    answer = (response, call) =>
      call.includes("grants")
        ? speak(403, { type: "signatureRefused" })(response, call)
        : speak(201, { taken: "now" })(response, call);
    const carried = await secretariat.run(`carry --to ${address} grant.json revocation.json`);
    expect(carried).toMatchObject({ exitCode: 1, stdout: "" });
    expect(carried.stderr).toContain(
      "grant.json: refused (403): its key is not one that this endpoint",
    );
    expect(carried.stderr).toContain("revocation.json: taken");
    expect(puts).toHaveLength(2);
  });

  it.each([
    [
      "a portal's page",
      speak(200, { taken: "now" }, "text/html"),
      "not an endpoint of Enlace (200)",
    ],
    ["another answer", speak(200, { ok: true }), "not an endpoint of Enlace (200)"],
    ["a proxy's refusal", speak(502, {}, "text/html"), "not an endpoint of Enlace (502)"],
    ["an older edition", speak(409, { type: "editionOlder", heldNumber: 7 }), "holds edition 7"],
    ["a pause", speak(429, { type: "rateLimited", retryAfterS: 30 }), "again in 30 s"],
    ["a queue", speak(503, { type: "unavailable", retryAfterS: 7 }), "busy, again in 7 s"],
    ["any other refusal", speak(404, { type: "notFound" }), "refused (404): notFound"],
    [
      "another address",
      (response: ServerResponse) => void response.writeHead(307, { Location: "/" }).end(),
      "not reached",
    ],
    ["silence", (response: ServerResponse) => void response.destroy(), "not reached"],
  ] as const)("takes %s for no success", async (_what, given, said) => {
    answer = given;
    const carried = await secretariat.runHere(carryCommand, `--to ${address} FOLDER/grant.json`);
    expect(carried.exitCode).toBe(1);
    expect(carried.lines.join("\n")).toContain(said);
    expect(puts).toHaveLength(1);
  });

  it("says when nobody is there", async () => {
    await new Promise((resolve) => server.close(resolve));
    const carried = await secretariat.runHere(carryCommand, `--to ${address} FOLDER/grant.json`);
    expect(carried.exitCode).toBe(1);
    expect(carried.lines[0]).toMatch(/grant\.json: not reached: .*ECONNREFUSED/);
  });

  it("carries none when one of them is not to be carried, least of all a key", async () => {
    await makePublisherKey(secretariat.path("publisher"), Date.now());
    const carried = await secretariat.run(
      `carry --to ${address} grant.json enrolment.json empty.json publisher/key-1.json`,
    );
    expect(carried).toMatchObject({ exitCode: 1, stdout: "" });
    expect(carried.stderr.trim().split("\n")).toEqual([
      "enrolment.json is enrolment: no publisher signs that.",
      "empty.json says that it is grant, and is none.",
      "publisher/key-1.json is not a signed file.",
      "Nothing was carried.",
    ]);
    expect(puts).toEqual([]);
  });

  it.each([
    ["grant.json", "--to is missing"],
    ["--to http://127.0.0.1:1", "the files to carry are missing"],
    ["--to enlace.example grant.json", "--to must be an address such as https://enlace.example"],
    ["--to http://enlace.example grant.json", "--to must be https://enlace.example"],
    [
      "--to http://127.0.0.1.evil.example grant.json",
      "--to must be https://127.0.0.1.evil.example",
    ],
  ])("does nothing with %s", async (args, said) => {
    const refused = await secretariat.runHere(carryCommand, args);
    expect(refused.exitCode).toBe(2);
    expect(refused.lines[0]).toContain(said);
  });

  it("ends with 1 for a file that is not there", async () => {
    const refused = await secretariat.run(`carry --to ${address} none.json`);
    expect(refused).toMatchObject({ exitCode: 1, stderr: expect.stringContaining("none.json") });
    expect(puts).toEqual([]);
  });
});
