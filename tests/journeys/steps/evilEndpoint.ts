import { createHash, randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import * as v from "valibot";
import { type DeskId, deskToId } from "#domain/desk.ts";
import { type Digest, Envelope, type EnvelopeId } from "#domain/envelope/envelope.ts";
import { digestToReceiptNumber } from "#domain/envelope/receipt.ts";
import { msToInstant } from "#domain/instant.ts";
import type { ArrivalProblem } from "#domain/thread/thread.ts";
import { DeviceKeys, Grant } from "#domain/trust/registry.ts";
import { SignedFile } from "#domain/trust/signedFile.ts";
import { protocolMediaType } from "#protocol/version.ts";
import type { DeviceSecrets } from "#sealing/vault/privateValues.ts";
import { base64urlToBytes } from "#signing/base64url.ts";
import { createSigningSeed } from "#signing/signText.ts";
import type { EndpointProcess } from "./endpoint.ts";
import { type Forgery, forgeAnswer } from "./otherDesk.ts";

/** What something other than our endpoint says. */
export type StrangeAnswer = {
  readonly status: number;
  readonly mediaType: string;
  readonly body: string;
};

/** Stands on the stopped endpoint's port and gives every call the same answer, until `stop`. */
export type Impostor = {
  readonly messages: () => number;
  say(answer: StrangeAnswer): void;
  stop(): Promise<void>;
};

export const answerInstead = async (
  endpoint: EndpointProcess,
  first: StrangeAnswer,
): Promise<Impostor> => {
  let answer = first;
  let messages = 0;
  const server = createServer((request, response) => {
    if (request.method === "PUT") messages += 1;
    request.resume();
    response.writeHead(answer.status, { "Content-Type": answer.mediaType }).end(answer.body);
  });
  const port = Number(new URL(endpoint.address).port);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    messages: () => messages,
    say: (next) => {
      answer = next;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

/**
 * What whoever runs the endpoint can do to what it holds: its database is theirs. Only while it is
 * stopped.
 */
type EvilEndpoint = {
  /** What it holds for a desk, in the feed's order. */
  readonly listHeld: (desk: string) => readonly Envelope[];
  /** Puts something else in the place of what it holds under an id. */
  readonly replace: (id: string, envelope: object) => void;
  /** Adds to a desk's feed what nobody has sent. */
  readonly add: (desk: string, id: string, envelope: object) => void;
  /** Sets what it holds into a desk's feed once more. */
  readonly repeat: (desk: string, id: string) => void;
  /** The registry is no secret: whom a body has to be sealed to for a desk to open it. */
  readonly listDevices: (desk: string) => readonly DeviceKeys[];
  readonly close: () => void;
};

const openEvilEndpoint = ({ folder }: EndpointProcess): EvilEndpoint => {
  const database = new DatabaseSync(join(folder, "enlace.sqlite"));
  const read = (sql: string, ...values: string[]) => database.prepare(sql).all(...values);
  const write = (sql: string, ...values: (string | number)[]) =>
    void database.prepare(sql).run(...values);
  const repeat = (desk: string, id: string): void => {
    write("UPDATE lists SET position = position + 1 WHERE list = ?", desk);
    const [list] = read("SELECT position FROM lists WHERE list = ?", desk);
    const position = Number(list?.["position"]);
    write(
      "INSERT INTO feeds (desk, position, type, envelope) VALUES (?, ?, 'envelope', ?)",
      desk,
      position,
      id,
    );
  };
  const readRegistry = (type: string): readonly unknown[] =>
    read("SELECT file FROM registry WHERE type = ?", type).map(({ file }) =>
      JSON.parse(v.parse(SignedFile, JSON.parse(String(file))).content),
    );
  return {
    repeat,
    listHeld: (desk) =>
      read(
        `SELECT text FROM feeds JOIN envelopes ON envelopes.id = feeds.envelope
         WHERE desk = ? AND type = 'envelope' ORDER BY position`,
        desk,
      ).map(({ text }) => v.parse(Envelope, JSON.parse(String(text)))),
    replace: (id, envelope) => {
      const text = JSON.stringify(envelope);
      write("UPDATE envelopes SET text = ?, digest = ? WHERE id = ?", text, digestOf(text), id);
    },
    add: (desk, id, envelope) => {
      const text = JSON.stringify(envelope);
      const heldAt = new Date().toISOString();
      const values = [id, digestOf(text), desk, desk, heldAt, text];
      write(
        `INSERT INTO envelopes (id, digest, fromDesk, toDesk, heldAt, text)
         VALUES (?, ?, ?, ?, ?, ?)`,
        ...values,
      );
      repeat(desk, id);
    },
    listDevices: (desk) => {
      const grants = readRegistry("grant").map((grant) => v.parse(Grant, grant));
      const ofDesk = grants.filter((grant) => deskToId(grant.desk) === (desk as DeskId));
      const keys = ofDesk.map(({ invitationKey }) => invitationKey);
      return readRegistry("enrolment")
        .map((device) => v.parse(DeviceKeys, device))
        .filter(({ invitationKey }) => keys.includes(invitationKey));
    },
    close: () => database.close(),
  };
};

const digestOf = (text: string): string => createHash("sha256").update(text).digest("hex");

/** Stands on the stopped endpoint's port, takes a message, and says nothing for as long as it likes. */
export type Dawdler = {
  /** How many messages wait for their answer. */
  readonly waiting: () => number;
  /** Answers each with the receipt that it waits for. */
  readonly answer: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

export const neverAnswer = async (endpoint: EndpointProcess): Promise<Dawdler> => {
  const waiting: { readonly response: ServerResponse; readonly body: string }[] = [];
  const server = createServer((request, response) => {
    if (request.method !== "PUT") return void response.writeHead(503).end();
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => waiting.push({ response, body }));
  });
  const port = Number(new URL(endpoint.address).port);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    waiting: () => waiting.length,
    answer: async () => {
      for (const { response, body } of waiting.splice(0)) {
        response.writeHead(201, { "Content-Type": protocolMediaType });
        const closed = once(response, "close");
        response.end(JSON.stringify(createReceipt(body)));
        await closed;
      }
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

const createReceipt = (body: string) => {
  const { id } = JSON.parse(body) as { id: EnvelopeId };
  const digest = createHash("sha256").update(body).digest("hex") as Digest;
  const number = digestToReceiptNumber(digest);
  return { id, digest, number, heldAt: msToInstant(Date.now()), epoch: randomUUID() };
};

type Problem = ArrivalProblem["type"];

/** Chile's feed. */
const feed = "CL/policy";

/** How many genuine letters of Jamaica's there have to be. */
export const genuineCount = 7;

/**
 * What a malicious endpoint does to Jamaica's letters, and what it adds to them: each as the app has
 * to call it. The last genuine letter stays as it is, and is set into the feed a second time.
 */
export const tamper = async (
  endpoint: EndpointProcess,
  brazil: DeviceSecrets,
): Promise<readonly Problem[]> => {
  const evil = openEvilEndpoint(endpoint);
  const letters = evil.listHeld(feed).filter(({ from }) => from.state === "JM");
  const problems = [...changeHeld(evil, letters), ...(await addForged(evil, letters, brazil))];
  evil.close();
  return problems;
};

const changeHeld = (evil: EvilEndpoint, letters: readonly Envelope[]): readonly Problem[] => {
  const [cut, flipped, moved, one, other, plain, untouched] = letters;
  if (!cut || !flipped || !moved || !one || !other || !plain || !untouched) {
    throw new Error(`${letters.length} letters`);
  }
  const middle = Math.floor(flipped.body.length / 2);
  const letter = flipped.body[middle] === "A" ? "B" : "A";
  const changed = flipped.body.slice(0, middle) + letter + flipped.body.slice(middle + 1);
  evil.replace(cut.id, { ...cut, body: cut.body.slice(0, -400) });
  evil.replace(flipped.id, { ...flipped, body: changed });
  evil.replace(moved.id, { ...moved, thread: randomUUID() });
  evil.replace(one.id, { ...one, body: other.body });
  evil.replace(other.id, { ...other, body: one.body });
  evil.replace(plain.id, { ...plain, body: Buffer.from("in plain words").toString("base64") });
  evil.repeat(feed, untouched.id);
  evil.add(feed, randomUUID(), untouched);
  const swapped = ["readdressed", "readdressed"] as const;
  return ["sealBroken", "sealBroken", "readdressed", ...swapped, "sealBroken", "readdressed"];
};

const addForged = async (
  evil: EvilEndpoint,
  [letter]: readonly Envelope[],
  brazil: DeviceSecrets,
): Promise<readonly Problem[]> => {
  const [jamaica] = evil.listDevices("JM/policy");
  const brazilsSeed = base64urlToBytes(brazil.signingSeed);
  if (!letter || !jamaica || !brazilsSeed) throw new Error("nobody to forge");
  const { thread } = letter;
  const stranger = createSigningSeed();
  const asJamaica = { thread, author: jamaica.device, seed: stranger };
  const claimKey = (signed: SignedFile) => ({ ...signed, key: jamaica.signingKey });
  const forgeries: readonly (readonly [Problem, Forgery])[] = [
    ["authorUnknown", { ...asJamaica, text: "Forged: by a stranger" }],
    ["signatureBroken", { ...asJamaica, text: "Forged: as Jamaica", change: claimKey }],
    [
      "authorOfOtherDesk",
      { thread, author: brazil.device, seed: brazilsSeed, text: "Forged: by Brazil" },
    ],
    ["letterMalformed", { ...asJamaica, text: "", change: () => "Forged: no letter" }],
  ];
  const recipients = evil.listDevices(feed);
  for (const [, forgery] of forgeries) {
    const envelope = await forgeAnswer(recipients, forgery);
    evil.add(feed, envelope.id, envelope);
  }
  return forgeries.map(([problem]) => problem);
};
