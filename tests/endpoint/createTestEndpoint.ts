import { randomBytes, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as v from "valibot";
import { onTestFinished } from "vitest";
import { DeskId } from "#domain/desk.ts";
import type { Edition } from "#domain/edition.ts";
import { type Instant, instantToMs, msToInstant } from "#domain/instant.ts";
import type { Role } from "#domain/role.ts";
import { createApp } from "#endpoint/app.ts";
import { createInvitation } from "#endpoint/createInvitation.ts";
import type { Deps } from "#endpoint/deps.ts";
import { defaultLimits } from "#endpoint/limits.ts";
import { createLoadedEdition } from "#endpoint/loadEdition.ts";
import type { LogLine } from "#endpoint/log.ts";
import { openDatabase } from "#endpoint/openDatabase.ts";
import { sha256 } from "#endpoint/sha256.ts";
import { createSqliteStore } from "#endpoint/sqliteStore.ts";
import { protocolMediaType } from "#protocol/version.ts";
import { createTestEdition } from "./createTestEdition.ts";

const startedAtMs = Date.parse("2026-11-22T04:00:00.000Z");

export type TestEndpointOptions = Partial<Deps> & { readonly demonstration?: boolean };

/** The whole endpoint over a real SQLite file, with a clock that stands until it is moved. */
export const createTestEndpoint = (options: TestEndpointOptions = {}) => {
  const folder = mkdtempSync(join(tmpdir(), "enlace-endpoint-"));
  const databasePath = join(folder, "enlace.sqlite");
  const store = createSqliteStore(openDatabase(databasePath));
  let nowMs = startedAtMs;
  const clock = (): Instant => msToInstant(nowMs);
  const logLines: LogLine[] = [];
  const { demonstration = true, ...changes } = options;
  const deps: Deps = {
    store,
    clock,
    edition: createLoadedEdition(createTestEdition({ demonstration })),
    staticFiles: new Map(),
    writeLog: (line) => logLines.push(line),
    origins: [],
    limits: defaultLimits,
    proxies: 0,
    ...changes,
  };
  const app = createApp(deps);
  onTestFinished(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });
  return {
    ...deps,
    databasePath,
    logLines,
    moveClock: (ms: number) => {
      nowMs += ms;
    },
    request: async (path: string, init?: RequestInit) => app.request(path, init),
    /** The same store and clock behind another edition, as after a restart. */
    withEdition: (edition: Edition) =>
      createApp({ ...deps, edition: createLoadedEdition(edition) }),
    invite: async (desk: string, role: Role = "desk", days = 14) => {
      const { code, invitation } = createInvitation({
        desk: v.parse(DeskId, desk),
        role,
        days,
        at: clock(),
      });
      await store.saveInvitation(invitation);
      return code;
    },
    nowMs: () => instantToMs(clock()),
  };
};
export type TestEndpoint = ReturnType<typeof createTestEndpoint>;

/** A device of this desk, enrolled as a device does it; its token. */
export const enrol = async (
  endpoint: TestEndpoint,
  desk: string,
  role: Role = "desk",
): Promise<string> => {
  const token = randomBytes(32).toString("base64url");
  const code = await endpoint.invite(desk, role);
  const answer = await endpoint.request(
    "/v1/enrolments",
    post({ code, device: randomUUID(), tokenHash: sha256(token) }),
  );
  if (answer.status !== 201) throw new Error(`Enrolling was answered with ${answer.status}.`);
  return token;
};

/** A request with a body in the protocol's media type. */
export const post = (content: unknown): RequestInit => ({
  method: "POST",
  headers: { "Content-Type": protocolMediaType },
  body: JSON.stringify(content),
});

/** An envelope from Chile to Jamaica, with any member changed. */
export const createEnvelope = (change: Readonly<Record<string, unknown>> = {}) => {
  const id = randomUUID();
  return {
    id,
    thread: id,
    kind: "inquiry",
    from: { state: "CL", desk: "policy" },
    to: { state: "JM", desk: "policy" },
    urgency: "day",
    sealedTo: [],
    body: "opaque",
    ...change,
  };
};

/** `PUT /v1/messages/{id}` with the envelope's JSON, or with exactly the text that is given. */
export const put = (
  endpoint: Pick<TestEndpoint, "request">,
  token: string,
  envelope: { readonly id: string },
  text = JSON.stringify(envelope),
): Promise<Response> =>
  endpoint.request(`/v1/messages/${envelope.id}`, {
    method: "PUT",
    headers: { "Content-Type": protocolMediaType, Authorization: `Bearer ${token}` },
    body: text,
  });

/** `GET /v1/messages` for a desk. */
export const pull = (
  endpoint: Pick<TestEndpoint, "request">,
  token: string,
  desk: string,
  query = "after=0&limit=100",
): Promise<Response> =>
  endpoint.request(`/v1/messages?desk=${encodeURIComponent(desk)}&${query}`, {
    headers: { Authorization: `Bearer ${token}` },
  });

/** How many rows a desk's feed holds. */
export const countRows = async (endpoint: TestEndpoint, desk: string): Promise<number> =>
  (await endpoint.store.listFeed(v.parse(DeskId, desk), 0, 1_000)).length;
