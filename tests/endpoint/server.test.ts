import { randomBytes, randomUUID } from "node:crypto";
import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import * as v from "valibot";
import { expect, onTestFinished, test } from "vitest";
import { parseInvitationCode } from "#domain/invitationCode.ts";
import type { Receipt } from "#domain/receipt.ts";
import { sha256 } from "#endpoint/sha256.ts";
import { FeedAnswer } from "#protocol/messages.ts";
import { protocolMediaType } from "#protocol/version.ts";
import { createEnvelope, post, pull, put } from "./createTestEndpoint.ts";
import {
  createSettings,
  findCodes,
  type RunningServer,
  runCommand,
  startServer,
} from "./startServer.ts";

const enrolWith = async (server: RunningServer, code = ""): Promise<string> => {
  const token = randomBytes(32).toString("base64url");
  const request = { code, device: randomUUID(), tokenHash: sha256(token) };
  const answer = await server.request("/v1/enrolments", post(request));
  expect(answer.status).toBe(201);
  return token;
};

const pullAll = async (server: RunningServer, token: string, desk: string) =>
  v.parse(FeedAnswer, await (await pull(server, token, desk)).json()).rows;

test("it prints its address and invitations, a link and a typed code each, that work", async () => {
  const server = await startServer(createSettings());
  expect(server.printed()).toMatch(/^Enlace is at http:\/\/localhost:\d+\n$/m);
  expect(server.printed()).toMatch(
    /for CL\/policy, desk, [\s\S]*for JM\/policy, desk, [\s\S]*reader, /,
  );
  const codes = findCodes(server.printed());
  const typed = [...server.printed().matchAll(/^ {2}code {2}([\w-]{21})$/gm)];
  expect(typed.map(([, code]) => parseInvitationCode(code ?? ""))).toEqual(
    codes.map((value) => ({ ok: true, value })),
  );
  for (const code of codes) await enrolWith(server, code);
  expect(codes).toHaveLength(3);
});

test("started again it tells which invitations were taken up and makes the others anew", async () => {
  const settings = createSettings();
  const first = await startServer(settings);
  const before = findCodes(first.printed());
  const token = await enrolWith(first, before[0]);
  first.kill("SIGTERM");
  expect(await first.ended).toBe(0);
  const second = await startServer(settings);
  const after = findCodes(second.printed());
  expect(second.printed()).toMatch(/^Invitation for CL\/policy, desk, taken up on \d{4}-/m);
  expect(after).toHaveLength(2);
  expect(before).not.toContain(after[0]);
  expect((await pull(second, token, "CL/policy")).status).toBe(200);
  // A code that somebody has on paper from the first start still holds.
  await enrolWith(second, before[1]);
});

test("with a directory that isn't a demonstration nobody is invited", async () => {
  const server = await startServer(createSettings(false));
  expect(findCodes(server.printed())).toEqual([]);
  expect((await server.request("/v1/directory")).status).toBe(401);
});

test("[S2] what was answered with 201 is there after a kill, with the same receipt", async () => {
  const settings = createSettings();
  const first = await startServer(settings);
  const token = await enrolWith(first, findCodes(first.printed())[0]);
  const envelope = createEnvelope();
  const held = await put(first, token, envelope);
  first.kill("SIGKILL");
  expect(held.status).toBe(201);
  expect(await first.ended).toBe("SIGKILL");
  const receipt: Receipt = await held.json();
  const second = await startServer(settings);
  const again = await put(second, token, envelope);
  expect([again.status, await again.json()]).toEqual([200, receipt]);
  expect(await pullAll(second, token, "CL/policy")).toMatchObject([{ position: 1, receipt }]);
});

test("[S2] an answer that is lost after the commit doubles nothing when it is sent again", async () => {
  const server = await startServer(createSettings());
  const token = await enrolWith(server, findCodes(server.printed())[0]);
  const losing = await startLosingProxy(server.address);
  const envelope = createEnvelope();
  const lost = put({ request: (path, init) => fetch(losing + path, init) }, token, envelope);
  await expect(lost).rejects.toThrow("fetch failed");
  const again = await put(server, token, envelope);
  expect(again.status).toBe(200);
  const rows = await pullAll(server, token, "CL/policy");
  expect(rows.map((row) => row.receipt)).toEqual([await again.json()]);
  for (const line of server.logged().trim().split("\n"))
    expect(() => JSON.parse(line)).not.toThrow();
});

test("[S2] two sends of one id on two connections hold it once, with one receipt", async () => {
  const server = await startServer(createSettings());
  const token = await enrolWith(server, findCodes(server.printed())[0]);
  for (let round = 0; round < 10; round += 1) {
    const envelope = createEnvelope();
    const answers = await Promise.all([1, 2].map(() => put(server, token, envelope)));
    expect(answers.map((answer) => `${answer.status}`).toSorted()).toEqual(["200", "201"]);
    const [one, two] = await Promise.all(answers.map((answer) => answer.text()));
    expect(one).toBe(two);
  }
  expect(await pullAll(server, token, "CL/policy")).toHaveLength(10);
});

test("[S8] two processes that write to one desk's feed leave no gap and hold nothing twice", async () => {
  const settings = createSettings();
  const servers = [await startServer(settings), await startServer(settings)] as const;
  const [one, two] = servers;
  const token = await enrolWith(one, findCodes(one.printed())[0]);
  const envelopes = Array.from({ length: 25 }, () => createEnvelope());
  // Each envelope goes to both processes at the same moment.
  const answers = await Promise.all(
    envelopes.flatMap((envelope) => servers.map((server) => put(server, token, envelope))),
  );
  const statuses = answers.map((answer) => answer.status);
  expect(statuses.filter((status) => status === 201)).toHaveLength(25);
  expect(statuses.filter((status) => status === 200)).toHaveLength(25);
  const rows = await pullAll(two, token, "CL/policy");
  expect(rows.map((row) => row.position)).toEqual(envelopes.map((_, index) => index + 1));
  expect(new Set(rows.map((row) => row.receipt.id)).size).toBe(25);
});

test("a stop finishes the request in progress, takes no other, and ends with 0", async () => {
  const server = await startServer(createSettings());
  const token = await enrolWith(server, findCodes(server.printed())[0]);
  const envelope = createEnvelope();
  const slow = await beginPut(server, token, envelope);
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
  const token = await enrolWith(server, findCodes(server.printed())[0]);
  await beginPut(server, token, createEnvelope());
  server.kill("SIGTERM");
  expect(await server.ended).toBe(0);
}, 15_000);

test("a refusal of a large upload arrives, and the connection isn't left in disorder", async () => {
  const server = await startServer(createSettings());
  const token = await enrolWith(server, findCodes(server.printed())[0]);
  const envelope = createEnvelope();
  const answer = await put(server, token, envelope, "x".repeat(3_000_000));
  expect(answer.status).toBe(413);
  expect(await answer.json()).toMatchObject({ type: "tooLarge" });
  expect((await put(server, token, envelope)).status).toBe(201);
});

test("the log is one JSON object a line, and holds no word of a message", async () => {
  const server = await startServer(createSettings());
  const codes = findCodes(server.printed());
  const token = await enrolWith(server, codes[0]);
  await put(server, token, createEnvelope({ body: "canary" }));
  await pull(server, token, "CL/policy");
  server.kill("SIGTERM");
  await server.ended;
  const lines = server.logged().trim().split("\n");
  const types = lines.map((line) => JSON.parse(line).type);
  expect(types).toEqual(["started", "request", "request", "request", "stopping", "stopped"]);
  for (const secret of ["canary", token, codes[0] ?? ""]) {
    expect(server.logged()).not.toContain(secret);
  }
});

test("what it can't start with is said in words, with exit code 1", async () => {
  const settings = createSettings();
  const running = await startServer(settings);
  const wrong = await Promise.all([
    runCommand("server.ts", [], { ...settings, PORT: "http" }),
    runCommand("server.ts", [], { ...settings, ENLACE_DIRECTORY: "/nowhere.json" }),
    runCommand("server.ts", [], { ...settings, PORT: new URL(running.address).port }),
  ]);
  expect(wrong.map(({ code }) => code)).toEqual([1, 1, 1]);
  expect(wrong.map(({ stderr }) => stderr.split("\n")[0])).toEqual([
    "PORT must be a whole number from 0 to 65535, not “http”.",
    "There is no directory at /nowhere.json (ENLACE_DIRECTORY, or npm run build).",
    expect.stringContaining("EADDRINUSE"),
  ]);
});

/** A proxy that passes a request on and breaks both ends the moment that its answer comes. */
const startLosingProxy = async (address: string): Promise<string> => {
  const { port } = new URL(address);
  const proxy = createServer((near) => {
    const far = connect(Number(port), "127.0.0.1");
    near.pipe(far);
    far.once("data", () => {
      near.destroy();
      far.destroy();
    });
    near.on("error", () => far.destroy());
    far.on("error", () => near.destroy());
  });
  proxy.listen(0, "127.0.0.1");
  await once(proxy, "listening");
  onTestFinished(() => new Promise((resolve) => proxy.close(() => resolve())));
  const bound = proxy.address();
  return `http://127.0.0.1:${typeof bound === "object" ? bound?.port : ""}`;
};

/** Sends all of a PUT but its last byte, which `finish` sends; gives the answer's text. */
const beginPut = async (
  server: RunningServer,
  token: string,
  envelope: { readonly id: string },
) => {
  const text = JSON.stringify(envelope);
  const socket: Socket = connect(Number(new URL(server.address).port), "127.0.0.1");
  onTestFinished(() => {
    socket.destroy();
  });
  socket.on("error", () => {});
  let answer = "";
  socket.on("data", (chunk) => {
    answer += chunk;
  });
  await once(socket, "connect");
  // `100 Continue` tells that the endpoint has begun with the request.
  socket.write(
    [
      `PUT /v1/messages/${envelope.id} HTTP/1.1`,
      "Host: localhost",
      `Authorization: Bearer ${token}`,
      `Content-Type: ${protocolMediaType}`,
      `Content-Length: ${text.length}`,
      "Expect: 100-continue",
      "\r\n",
    ].join("\r\n"),
  );
  await once(socket, "data");
  socket.write(text.slice(0, -1));
  answer = "";
  return {
    finish: async () => {
      socket.write(text.slice(-1));
      await once(socket, "close");
      return answer;
    },
  };
};
