import { type DeskAddress, deskToId, type StateCode } from "#domain/desk.ts";
import type { Envelope, EnvelopeId } from "#domain/envelope/envelope.ts";
import type { InquiryContent } from "#domain/inquiry/inquiry.ts";
import { createLetter } from "#domain/letter/createLetter.ts";
import { listDeskDevices } from "#domain/trust/deskDevices.ts";
import type { GrantId, RegistryEntry } from "#domain/trust/registry.ts";
import { openArrival } from "#sealing/arrivals/openArrival.ts";
import { sealLetter } from "#sealing/outgoing/sealLetter.ts";
import { createIdentity } from "#sealing/records/identities.ts";
import type { DeviceIdentity } from "#sealing/vault/privateValues.ts";
import { base64urlToBytes } from "#signing/base64url.ts";
import { signText } from "#signing/signText.ts";
import { EnlaceDatabase } from "#storage/database.ts";
import { listRegistry } from "#storage/desk/registry.ts";
import { createSampleContent } from "#tests/world/letters.ts";
import { sampleNow } from "#tests/world/moments.ts";
import { createReceipt } from "./createThreads.ts";
import { valueOf } from "./valueOf.ts";

/** Who writes, and the device of the other desk whose key stands last in the envelope. */
export type Desks = { readonly asker: DeviceIdentity; readonly asked: DeviceIdentity };

const uruguay: DeskAddress = { state: "UY" as StateCode, desk: "policy" };
const chile: DeskAddress = { state: "CL" as StateCode, desk: "policy" };
const contentBytes = 10 * 1024;
const newId = (): string => crypto.randomUUID();

const openDatabase = async (): Promise<EnlaceDatabase> => {
  const database = new EnlaceDatabase("bench");
  await database.open();
  return database;
};

/** One device that asks, all others of the desk that is asked, in the registry of this page. */
export const createDesks = async (deviceCount: number): Promise<Desks> => {
  const identities: DeviceIdentity[] = [];
  for (let index = 0; index < deviceCount; index += 1) {
    const desk = index === 0 ? uruguay : chile;
    identities.push({ ...(await createIdentity(newId)), desk });
  }
  const entries = identities.flatMap(listEntries);
  const rows = entries.map((entry, position) => ({ id: String(position), position, entry }));
  const database = await openDatabase();
  await database.registry.bulkPut(rows);
  const [asker, asked] = [identities[0], identities.at(-1)];
  if (!asker || !asked) throw new Error("no devices");
  return { asker, asked };
};

/** As verified; the signatures over them are checked when a registry is pulled, not here. */
const listEntries = (identity: DeviceIdentity): readonly RegistryEntry[] => {
  const { desk, device, signingKey, sealingKey } = identity;
  // Any key will do that no other invitation has.
  const invitationKey = signingKey;
  const [issuedAt, expiresAt, enrolledAt] = [sampleNow, sampleNow, sampleNow];
  const id = newId() as GrantId;
  return [
    {
      type: "grant",
      grant: { schema: "grant/1", id, desk, role: "desk", invitationKey, issuedAt, expiresAt },
    },
    {
      type: "device",
      keys: { schema: "enrolment/1", invitationKey, device, signingKey, sealingKey, enrolledAt },
    },
  ];
};

/** Milliseconds from a finished text to the bytes that go, as `queueLetter` makes them. */
export const measureSealing = async (
  own: DeviceIdentity,
): Promise<{ readonly ms: number; readonly bytes: string }> => {
  const database = await openDatabase();
  const content = createLongInquiry();
  const startedAt = performance.now();
  const seed = base64urlToBytes(own.signingSeed);
  if (!seed) throw new Error("no seed");
  const letter = createLetter(
    {
      id: newId() as EnvelopeId,
      thread: newId() as EnvelopeId & Envelope["thread"],
      from: content.from,
      to: content.to,
      urgency: content.urgency,
      author: own.device,
      writtenAt: sampleNow,
      seen: [],
    },
    content,
  );
  const signed = signText(seed, "letter", JSON.stringify(letter));
  const sealed = valueOf(await sealLetter(database, { letter, signed }, own));
  return { ms: performance.now() - startedAt, bytes: sealed.bytes };
};

/** Milliseconds from the bytes that arrived to a letter that is verified, as `openArrivals` does it. */
export const measureOpening = async (own: DeviceIdentity, bytes: string): Promise<number> => {
  const database = await openDatabase();
  const { id, thread, kind } = JSON.parse(bytes) as Envelope;
  const receipt = createReceipt(id, sampleNow);
  const place = { desk: deskToId(own.desk), position: 1, envelopeId: id, thread, kind };
  const startedAt = performance.now();
  const devices = listDeskDevices(await listRegistry(database));
  const row = { ...place, state: "sealed", bytes, receipt, problem: null } as const;
  valueOf(await openArrival(row, { type: "devices", identities: [own] }, devices));
  return performance.now() - startedAt;
};

/** 10 KiB of JSON. */
const createLongInquiry = (): InquiryContent => {
  const content = createSampleContent({ from: uruguay, to: chile });
  const { text, language } = content.nature;
  const missing = contentBytes - new TextEncoder().encode(JSON.stringify(content)).length;
  return { ...content, nature: { text: text + " x".repeat(missing / 2), language } };
};
