import { createHash, randomBytes, randomUUID } from "node:crypto";
import * as v from "valibot";
import { DeskId, idToDesk } from "#domain/desk.ts";
import {
  type DeviceId,
  type Envelope,
  type EnvelopeId,
  parseEnvelope,
  type ThreadId,
} from "#domain/envelope/envelope.ts";
import { msToInstant } from "#domain/instant.ts";
import { createLetter, envelopeToBytes, letterToEnvelope } from "#domain/letter/createLetter.ts";
import type { Letter, LetterContent } from "#domain/letter/letter.ts";
import { type DeskDevice, listDeskDevices, listRecipients } from "#domain/trust/deskDevices.ts";
import { parseInvitationCode } from "#domain/trust/invitationCode.ts";
import type { DeviceKeys, RegistryEntry } from "#domain/trust/registry.ts";
import { PublicKey, type SignedFile } from "#domain/trust/signedFile.ts";
import { FeedAnswer, type FeedRow } from "#protocol/messages.ts";
import { RegistryAnswer } from "#protocol/registry.ts";
import { protocolMediaType } from "#protocol/version.ts";
import { openWith, sealTo } from "#sealing/age/age.ts";
import { createIdentity } from "#sealing/records/identities.ts";
import type { DeviceSecrets } from "#sealing/vault/privateValues.ts";
import { base64urlToBytes } from "#signing/base64url.ts";
import { parseSignedFile } from "#signing/openPublished.ts";
import { codeToSeed, seedToPublicKey, signText } from "#signing/signText.ts";
import { verifyLetter } from "#signing/verifyLetter.ts";
import { verifyRegistryRow } from "#signing/verifyRegistryRow.ts";
import { until } from "#tests/engines/until.ts";
import { type EndpointProcess, findCode } from "./endpoint.ts";
import { createAnswer } from "./letterForm.ts";
import { invite } from "./publish.ts";

type FeedEnvelope = Extract<FeedRow, { type: "envelope" }>;

/** The other State's device, without an app: it verifies, opens, reads and answers by itself. */
export type OtherDesk = {
  /** Envelopes of its feed as they lie there. */
  readonly readFeed: () => Promise<readonly FeedEnvelope[]>;
  /** What it could open and verify, in the feed's order; throws for anything that it couldn't. */
  readonly readLetters: () => Promise<readonly Letter[]>;
  /** Answers in the thread of a letter, having seen it. */
  readonly reply: (to: Letter, content: LetterContent) => Promise<EnvelopeId>;
};

/** What an inquiry describes; empty for every other letter. */
export const readNature = ({ content }: Letter): string =>
  content.schema === "inquiry/1" ? content.nature.text : "";

/** What a desk's device acts with: enough to be that device again, at a copy of the endpoint. */
export type DeskKeys = {
  readonly desk: DeskId;
  readonly token: string;
  readonly secrets: DeviceSecrets;
};

/** Takes up the endpoint's invitation for `desk` over HTTP. */
export const enrolDesk = async (endpoint: EndpointProcess, desk: string): Promise<OtherDesk> =>
  openDesk(endpoint, await enrolKeys(endpoint, desk));

/** A device that the secretariat let into another desk, and whose keys we have to do harm with. */
export const enrolForger = async (
  endpoint: EndpointProcess,
  desk: string,
): Promise<DeviceSecrets> => (await enrol(endpoint, desk, await invite(endpoint, desk))).secrets;

/** As `enrolDesk`, for a device that is opened later. */
export const enrolKeys = (endpoint: EndpointProcess, desk: string): Promise<DeskKeys> =>
  enrol(endpoint, desk, findCode(endpoint, desk));

export const openDesk = (endpoint: EndpointProcess, keys: DeskKeys): OtherDesk => {
  const { desk: own, token, secrets } = keys;
  const call = createCall(endpoint.address, token);
  const readFeed = async (): Promise<readonly FeedEnvelope[]> => {
    const page = await call(`messages?desk=${encodeURIComponent(own)}&limit=100`);
    return v.parse(FeedAnswer, page).rows.filter((row) => row.type === "envelope");
  };
  const listDevices = () => readDevices(endpoint, call);
  return {
    readFeed,
    readLetters: async () => openRows(await readFeed(), secrets, await listDevices()),
    reply: async (to, content) => {
      const envelope = await writeReply({
        own,
        to,
        content,
        secrets,
        devices: await listDevices(),
      });
      await call(`messages/${envelope.id}`, envelopeToBytes(envelope));
      return envelope.id;
    },
  };
};

const enrol = async (
  { address }: EndpointProcess,
  desk: string,
  invitation: string,
): Promise<DeskKeys> => {
  const code = parseInvitationCode(invitation);
  if (!code.ok) throw new Error(code.error.type);
  const token = randomBytes(32).toString("base64url");
  const secrets = await createIdentity(randomUUID);
  const keys = signKeys(await codeToSeed(code.value), secrets);
  const tokenHash = createHash("sha256").update(token).digest("hex");
  const enrolled = await fetch(`${address}v1/enrolments`, {
    method: "POST",
    headers: { "Content-Type": protocolMediaType },
    body: JSON.stringify({ keys, tokenHash }),
  });
  if (enrolled.status !== 201) throw new Error(`enrolment: ${await enrolled.text()}`);
  return { desk: v.parse(DeskId, desk), token, secrets };
};

const signKeys = (seed: Uint8Array, secrets: DeviceSecrets): SignedFile => {
  const keys: DeviceKeys = {
    schema: "enrolment/1",
    invitationKey: seedToPublicKey(seed),
    device: secrets.device,
    signingKey: secrets.signingKey,
    sealingKey: secrets.sealingKey,
    enrolledAt: msToInstant(Date.now()),
  };
  return signText(seed, "enrolment", JSON.stringify(keys));
};

type Call = (path: string, body?: string) => Promise<unknown>;

/** Asks as often as the endpoint lets it. */
const createCall =
  (address: string, token: string): Call =>
  async (path, body) => {
    const ask = () =>
      fetch(`${address}v1/${path}`, {
        method: body === undefined ? "GET" : "PUT",
        headers: { Authorization: `Bearer ${token}`, "Content-Type": protocolMediaType },
        ...(body === undefined ? {} : { body }),
      });
    const answer = await until(`an answer to ${path}`, async () => {
      const given = await ask();
      return given.status !== 429 && given;
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };

const readDevices = async (
  endpoint: EndpointProcess,
  call: Call,
): Promise<readonly DeskDevice[]> => {
  const config: unknown = await (await fetch(`${endpoint.address}config.json`)).json();
  const { publishers } = v.parse(v.object({ publishers: v.array(PublicKey) }), config);
  const { rows } = v.parse(RegistryAnswer, await call("registry?limit=100"));
  const entries: RegistryEntry[] = [];
  for (const { file } of rows) {
    const entry = await verifyRegistryRow(file, publishers, (key) =>
      entries
        .flatMap((held) => (held.type === "grant" ? [held.grant] : []))
        .find(({ invitationKey }) => invitationKey === key),
    );
    if (!entry.ok) throw new Error(`registry: ${entry.error.type}`);
    entries.push(entry.value);
  }
  return listDeskDevices(entries);
};

const openRows = async (
  rows: readonly FeedEnvelope[],
  { sealingIdentity }: DeviceSecrets,
  devices: readonly DeskDevice[],
): Promise<readonly Letter[]> => {
  const letters: Letter[] = [];
  for (const row of rows) {
    const envelope = parseEnvelope(row.bytes);
    if (!envelope.ok) throw new Error(envelope.error.type);
    const text = await openWith(envelope.value.body, [sealingIdentity]);
    const signed = parseSignedFile(text ?? "");
    if (!signed.ok) throw new Error(`not for this device: ${signed.error.type}`);
    const letter = await verifyLetter(signed.value, envelope.value, devices);
    if (!letter.ok) throw new Error(letter.error.type);
    letters.push(letter.value);
  }
  return letters;
};

type Reply = {
  readonly own: DeskId;
  readonly to: Letter;
  readonly content: LetterContent;
  readonly secrets: DeviceSecrets;
  readonly devices: readonly DeskDevice[];
};

const writeReply = async ({ own, to, content, secrets, devices }: Reply) => {
  const letter = createLetter(
    {
      id: randomUUID() as EnvelopeId,
      thread: to.thread,
      from: idToDesk(own),
      to: to.from,
      urgency: to.urgency,
      author: secrets.device,
      writtenAt: msToInstant(Date.now()),
      seen: [...to.seen, to.id],
    },
    content,
  );
  const seed = base64urlToBytes(secrets.signingSeed);
  if (!seed) throw new Error("no seed");
  const recipients = [letter.to, letter.from].flatMap((desk) => listRecipients(devices, desk));
  const body = await sealTo(
    JSON.stringify(signText(seed, "letter", JSON.stringify(letter))),
    recipients.map(({ keys }) => keys.sealingKey),
  );
  return letterToEnvelope(
    letter,
    recipients.map(({ keys }) => keys.device),
    body,
  );
};

export type Forgery = {
  readonly thread: ThreadId;
  readonly text: string;
  /** Who is said to have written it, and whose key signs it. */
  readonly author: DeviceId;
  readonly seed: Uint8Array;
  /** What is done to it after it was signed; a text is sealed as it is. */
  readonly change?: (signed: SignedFile) => SignedFile | string;
};

/** An answer of Jamaica's desk to Chile's that Jamaica never gave, sealed to Chile's devices. */
export const forgeAnswer = async (
  recipients: readonly DeviceKeys[],
  forgery: Forgery,
): Promise<Envelope> => {
  const letter = writeLetter(forgery);
  const signed = signText(forgery.seed, "letter", JSON.stringify(letter));
  const inside = forgery.change?.(signed) ?? signed;
  const body = await sealTo(
    typeof inside === "string" ? inside : JSON.stringify(inside),
    recipients.map(({ sealingKey }) => sealingKey),
  );
  return letterToEnvelope(
    letter,
    recipients.map(({ device }) => device),
    body,
  );
};

const writeLetter = ({ thread, text, author }: Forgery): Letter =>
  createLetter(
    {
      id: randomUUID() as EnvelopeId,
      thread,
      from: idToDesk("JM/policy" as never),
      to: idToDesk("CL/policy" as never),
      urgency: "day",
      author,
      writtenAt: msToInstant(Date.now()),
      seen: [thread as string as EnvelopeId],
    },
    createAnswer(text),
  );
