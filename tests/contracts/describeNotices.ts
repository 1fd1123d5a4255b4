import { describe, expect, test } from "vitest";
import type { StoredFeedRow } from "#endpoint/store/store.ts";
import {
  at,
  type ContractDevice,
  createArrival,
  createFixture,
  type Fixture,
  later,
  type OpenStore,
  reading,
} from "./storeFixture.ts";

/** What a store tells the sender of an envelope. */
export const describeNotices = (name: string, openStore: OpenStore): void => {
  describe(`${name}: delivered`, () => {
    test("asking for what comes after an envelope tells its sender, once, of the first device", async () => {
      const { store, enrol, readAll } = await createFixture(openStore);
      const [chile, one, two] = [await enrol("CL"), await enrol("JM"), await enrol("JM")];
      const arrival = createArrival("CL", "JM", [one, two, chile]);
      await store.saveEnvelope(arrival);
      await readAll(one);
      await readAll(two);
      expect(listNotices(await readAll(chile))).toEqual([]);
      await store.readFeed({ ...reading(two), after: 1, at: later });
      await readAll(two, 1);
      await readAll(one, 1);
      const { id } = arrival.envelope;
      const notice = {
        type: "delivered",
        position: 2,
        envelope: id,
        device: two.device,
        at: later,
      };
      expect(listNotices(await readAll(chile))).toEqual([notice]);
      expect(await readAll(one, 1)).toEqual([]);
    });

    test("all that a device has come past is told, in order, and nothing beyond", async () => {
      const { store, enrol, readAll } = await createFixture(openStore);
      const [chile, jamaica] = [await enrol("CL"), await enrol("JM")];
      const arrivals = Array.from({ length: 4 }, () => createArrival("CL", "JM", [jamaica]));
      for (const arrival of arrivals) await store.saveEnvelope(arrival);
      await readAll(jamaica);
      await readAll(jamaica, 3);
      const told = listNotices(await readAll(chile));
      expect(told.map(({ envelope }) => envelope)).toEqual(
        arrivals.slice(0, 3).map(({ envelope }) => envelope.id),
      );
      expect(told.map(({ position }) => position)).toEqual([5, 6, 7]);
    });

    test("a position that was never handed out here tells nothing, as after a restoration", async () => {
      const { store, enrol, readAll } = await createFixture(openStore);
      const [chile, jamaica] = [await enrol("CL"), await enrol("JM")];
      await store.saveEnvelope(createArrival("CL", "JM", [jamaica]));
      await readAll(jamaica, 90);
      await readAll(jamaica, 1);
      expect(listNotices(await readAll(chile))).toEqual([]);
      await readAll(jamaica);
      await readAll(jamaica, 90);
      expect(listNotices(await readAll(chile))).toHaveLength(1);
    });

    test("a device that an envelope isn't sealed to, or of the sender's own desk, tells nothing", async () => {
      const { store, enrol, readAll } = await createFixture(openStore);
      const [chile, colleague] = [await enrol("CL"), await enrol("CL")];
      const [jamaica, joined] = [await enrol("JM"), await enrol("JM")];
      await store.saveEnvelope(createArrival("CL", "JM", [jamaica, chile, colleague]));
      await store.saveEnvelope(createArrival("CL", "CL", [chile, colleague]));
      for (const device of [joined, colleague, chile]) {
        await readAll(device);
        await readAll(device, 2);
      }
      expect(listNotices(await readAll(chile))).toEqual([]);
    });
  });

  describe(`${name}: recipientsGone`, () => {
    test("the last device's revocation tells the sender once; one before it tells nothing", async () => {
      const fixture = await createFixture(openStore);
      const { store, enrol, readAll, revoke } = fixture;
      const [chile, one, two] = [await enrol("CL"), await enrol("JM"), await enrol("JM")];
      const arrival = createArrival("CL", "JM", [one, two, chile]);
      const toOne = createArrival("CL", "JM", [one]);
      await store.saveEnvelope(arrival);
      await store.saveEnvelope(toOne);
      await revoke(one);
      const gone = { type: "recipientsGone", at };
      expect(listNotices(await readAll(chile))).toEqual([
        { ...gone, position: 3, envelope: toOne.envelope.id },
      ]);
      await revoke(two);
      await revoke(two);
      await revoke(two, fixture.successor);
      expect(listNotices(await readAll(chile))).toEqual([
        { ...gone, position: 3, envelope: toOne.envelope.id },
        { ...gone, position: 4, envelope: arrival.envelope.id },
      ]);
    });

    test("an envelope that was delivered before is told of as well", async () => {
      const { store, enrol, readAll, revoke } = await createFixture(openStore);
      const [chile, jamaica] = [await enrol("CL"), await enrol("JM")];
      await store.saveEnvelope(createArrival("CL", "JM", [jamaica]));
      await readAll(jamaica);
      await readAll(jamaica, 1);
      await revoke(jamaica);
      const types = listNotices(await readAll(chile)).map(({ type }) => type);
      expect(types).toEqual(["delivered", "recipientsGone"]);
    });

    test("revoking the sender's own device, or within a desk, tells nothing", async () => {
      const { store, enrol, readAll, revoke } = await createFixture(openStore);
      const [chile, colleague, jamaica] = [await enrol("CL"), await enrol("CL"), await enrol("JM")];
      await store.saveEnvelope(createArrival("CL", "JM", [jamaica, colleague]));
      await store.saveEnvelope(createArrival("CL", "CL", [colleague]));
      await revoke(colleague);
      expect(listNotices(await readAll(chile))).toEqual([]);
    });

    test("an envelope whose devices were revoked before it came is told of as it is held", async () => {
      const { store, enrol, readAll, revoke } = await createFixture(openStore);
      const [chile, jamaica] = [await enrol("CL"), await enrol("JM")];
      await revoke(jamaica);
      const arrival = createArrival("CL", "JM", [jamaica]);
      await store.saveEnvelope(arrival);
      await store.saveEnvelope(arrival);
      expect((await readAll(chile)).map(({ type }) => type)).toEqual([
        "envelope",
        "recipientsGone",
      ]);
    });

    test("devices that were never enrolled here are unknown, not gone", async () => {
      const { store, enrol, readAll } = await createFixture(openStore);
      const chile = await enrol("CL");
      await store.saveEnvelope(createArrival("CL", "JM"));
      expect(listNotices(await readAll(chile))).toEqual([]);
    });

    test("[S8] positions have no gap, whatever is told while envelopes arrive", async () => {
      const { store, enrol, readAll, revoke } = await createFixture(openStore);
      const [chile, one, two] = [await enrol("CL"), await enrol("JM"), await enrol("JM")];
      for (let count = 0; count < 5; count += 1) {
        await store.saveEnvelope(createArrival("CL", "JM", [one]));
      }
      await tellWhileHolding({ store, readAll, revoke }, one, two);
      const positions = (await readAll(chile)).map(({ position }) => position);
      expect(positions).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    });
  });
};

/** Five delivered, five gone, and five more envelopes at once. */
const tellWhileHolding = async (
  { store, readAll, revoke }: Pick<Fixture, "store" | "readAll" | "revoke">,
  one: ContractDevice,
  two: ContractDevice,
): Promise<void> => {
  await readAll(one);
  await Promise.all([
    readAll(one, 5),
    revoke(one),
    ...Array.from({ length: 5 }, () => store.saveEnvelope(createArrival("CL", "JM", [two]))),
    readAll(one, 5),
  ]);
};

const listNotices = (rows: readonly StoredFeedRow[]) =>
  rows.flatMap((row) => (row.type === "envelope" ? [] : [row]));
