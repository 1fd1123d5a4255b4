import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as v from "valibot";
import { onTestFinished } from "vitest";
import { DeskId, idToDesk, type Role } from "#domain/desk.ts";
import { Edition } from "#domain/directory/edition.ts";
import { type Instant, msToInstant } from "#domain/instant.ts";
import { Grant, type GrantId, type Revocation } from "#domain/trust/registry.ts";
import type { PublicKey, SignedFile, SignedPurpose } from "#domain/trust/signedFile.ts";
import { createApp } from "#endpoint/app.ts";
import { defaultLimits } from "#endpoint/config/limits.ts";
import type { Deps } from "#endpoint/handlers/handler.ts";
import type { LogLine } from "#endpoint/http/log.ts";
import { createNotifier, type MailSender, type PushSender } from "#endpoint/notices/notifier.ts";
import { createEditionReader } from "#endpoint/published/createEditionReader.ts";
import { verifyPublished } from "#endpoint/published/verifyPublished.ts";
import { openDatabase } from "#endpoint/store/sqliteDatabase.ts";
import { createSqliteStore } from "#endpoint/store/sqliteStore.ts";
import { createSigningSeed, seedToPublicKey, signText } from "#signing/signText.ts";

/** A small edition: Chile, Jamaica and Brazil, each with a policy and a foreign affairs desk. */
export const createTestEdition = (change: Partial<Edition> = {}): Edition => ({
  ...v.parse(Edition, {
    number: 7,
    demonstration: true,
    issuedAt: "2026-11-01T00:00:00.000Z",
    validUntil: "2027-11-01",
    states: [
      createState("CL", "America/Santiago", ["es"]),
      createState("JM", "America/Jamaica", ["en"]),
      createState("BR", "America/Sao_Paulo", ["pt"]),
    ],
    secretariat: { name: "Secretariat", emails: ["desk@secretariat.example"], source: "a test" },
  }),
  ...change,
});

const createState = (state: string, zone: string, languages: readonly string[]) => ({
  state,
  participation: { status: "member", asOf: "2026-11-01", source: "a test" },
  languages,
  otherLanguages: [],
  zone,
  desks: [
    { kind: "policy", contacts: [] },
    { kind: "foreign-affairs", contacts: [] },
  ],
});

const startedAtMs = Date.parse("2026-11-22T04:00:00.000Z");

export type TestEndpointOptions = Partial<Deps> & {
  /** Of the edition that it begins with; null for none. */
  readonly demonstration?: boolean | null;
  /** By which ways it tells that something waits; by none if not given. */
  readonly push?: PushSender;
  readonly mail?: MailSender;
};

/**
 * The whole endpoint over a real SQLite file, with a clock that stands until it is moved, a publisher
 * that it trusts, and that publisher's edition 7.
 */
export const createTestEndpoint = async (options: TestEndpointOptions = {}) => {
  const folder = mkdtempSync(join(tmpdir(), "enlace-endpoint-"));
  const databasePath = join(folder, "enlace.sqlite");
  let nowMs = startedAtMs;
  const clock = (): Instant => msToInstant(nowMs);
  const publisher: TestPublisher = createTestPublisher(() => nowMs);
  const { demonstration = true, push = null, mail = null, ...changes } = options;
  const publishers = changes.publishers ?? [publisher.key];
  const store = createSqliteStore(openDatabase(databasePath), publishers);
  const logLines: LogLine[] = [];
  const writeLog = (line: LogLine) => logLines.push(line);
  const readNewestEdition = createEditionReader(store);
  const pauseMs = defaultLimits.noticePauseMs;
  const noticing = { store, clock, writeLog, readNewestEdition, pauseMs };
  const notifier = createNotifier({ ...noticing, push, mail });
  const deps: Deps = {
    store,
    readNewestEdition,
    notifier,
    clock,
    publishers,
    staticFiles: new Map(),
    writeLog,
    origins: [],
    limits: defaultLimits,
    isHttps: false,
    proxies: 0,
    ...changes,
  };
  const app = createApp(deps);
  onTestFinished(async () => {
    await notifier.stop();
    await store.close();
    rmSync(folder, { recursive: true });
  });
  if (demonstration !== null) {
    const edition = await verifyPublished(publisher.publish({ demonstration }), [publisher.key]);
    if (edition.ok) await store.savePublished(edition.value, clock());
  }
  return {
    ...deps,
    databasePath,
    publisher,
    logLines,
    request: async (path: string, init?: RequestInit) => app.request(path, init),
    moveClock: (ms: number) => {
      nowMs += ms;
    },
  };
};

export type TestEndpoint = Awaited<ReturnType<typeof createTestEndpoint>>;

/** A grant and the key behind its code: whoever has the seed can redeem it. */
export type TestInvitation = {
  readonly grant: Grant;
  readonly file: SignedFile;
  readonly seed: Uint8Array;
};

/** A publisher with a key of its own; `nowMs` is the clock that its grants go by. */
export const createTestPublisher = (nowMs: () => number) => {
  const seed = createSigningSeed();
  const sign = (purpose: SignedPurpose, content: unknown): SignedFile =>
    signText(seed, purpose, JSON.stringify(content));
  return {
    seed,
    key: seedToPublicKey(seed),
    sign,
    publish: (change: Partial<Edition> = {}): SignedFile =>
      sign("edition", createTestEdition(change)),
    invite: (desk: string, role: Role = "desk", days = 14): TestInvitation => {
      const invitationSeed = createSigningSeed();
      const grant = createGrant(seedToPublicKey(invitationSeed), { desk, role, days, nowMs });
      return { grant, file: sign("grant", grant), seed: invitationSeed };
    },
    revoke: (grant: GrantId): SignedFile => {
      const revokedAt = msToInstant(nowMs());
      const revocation: Revocation = { schema: "revocation/1", grant, revokedAt };
      return sign("revocation", revocation);
    },
  };
};

export type TestPublisher = ReturnType<typeof createTestPublisher>;

type GrantOptions = {
  readonly desk: string;
  readonly role: Role;
  readonly days: number;
  readonly nowMs: () => number;
};

const createGrant = (invitationKey: PublicKey, { desk, role, days, nowMs }: GrantOptions): Grant =>
  v.parse(Grant, {
    schema: "grant/1",
    id: randomUUID(),
    desk: idToDesk(v.parse(DeskId, desk)),
    role,
    invitationKey,
    issuedAt: msToInstant(nowMs()),
    expiresAt: msToInstant(nowMs() + days * 86_400_000),
  });
