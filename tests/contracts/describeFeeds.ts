import { describe, expect, test } from "vitest";
import { sha256 } from "#endpoint/store/sha256.ts";
import {
  at,
  createArrival,
  createFixture,
  later,
  type OpenStore,
  reading,
} from "./storeFixture.ts";

/** How a store holds envelopes and hands them out. */
export const describeFeeds = (name: string, openStore: OpenStore): void => {
  describe(`${name}: envelopes and feeds`, () => {
    test("[S2] an id is held once, whatever arrives under it later", async () => {
      const { store, enrol, readAll } = await createFixture(openStore);
      const jamaica = await enrol("JM");
      const arrival = createArrival("CL", "JM");
      const first = await store.saveEnvelope(arrival);
      const repeated = await store.saveEnvelope({ ...arrival, at: later });
      const other = await store.saveEnvelope({ ...arrival, digest: sha256("other"), text: "{}" });
      const held = { digest: arrival.digest, heldAt: at, from: "CL/policy" };
      expect(first).toMatchObject({ type: "held", held });
      expect(repeated).toMatchObject({ type: "heldBefore", held });
      expect(other).toMatchObject({ type: "heldBefore", held });
      expect(await readAll(jamaica)).toEqual([
        { type: "envelope", position: 1, text: arrival.text, held: first.held },
      ]);
    });

    test("an envelope is in the feeds of both its desks and in no other", async () => {
      const { store, enrol, readAll } = await createFixture(openStore);
      const [chile, jamaica, brazil] = [await enrol("CL"), await enrol("JM"), await enrol("BR")];
      await store.saveEnvelope(createArrival("CL", "JM"));
      expect(await readAll(chile)).toHaveLength(1);
      expect(await readAll(jamaica)).toHaveLength(1);
      expect(await readAll(brazil)).toEqual([]);
    });

    test("a desk that writes to itself has the envelope once", async () => {
      const { store, enrol, readAll } = await createFixture(openStore);
      const chile = await enrol("CL");
      await store.saveEnvelope(createArrival("CL", "CL"));
      expect(await readAll(chile)).toHaveLength(1);
    });

    test("[S8] positions rise by one a desk, however many arrive at once", async () => {
      const { store, enrol, readAll } = await createFixture(openStore);
      const devices = [await enrol("JM"), await enrol("CL"), await enrol("BR")] as const;
      const arrivals = Array.from({ length: 40 }, (_, index) =>
        createArrival(index % 2 ? "CL" : "BR", "JM"),
      );
      await Promise.all([...arrivals, ...arrivals].map((arrival) => store.saveEnvelope(arrival)));
      const upTo = (n: number) => Array.from({ length: n }, (_, index) => index + 1);
      const positions = await Promise.all(
        devices.map(async (device) => (await readAll(device)).map((row) => row.position)),
      );
      expect(positions).toEqual([upTo(40), upTo(20), upTo(20)]);
    });

    test("a feed is read from after a position, in order, up to a limit and a size", async () => {
      const { store, enrol } = await createFixture(openStore);
      const jamaica = await enrol("JM");
      for (let count = 0; count < 5; count += 1) {
        await store.saveEnvelope(createArrival("CL", "JM"));
      }
      const read = async (after: number, limit: number, maxBytes = 1_000_000) => {
        const page = await store.readFeed({ ...reading(jamaica), after, limit, maxBytes });
        return [page.rows.map((row) => row.position), page.more];
      };
      expect(await read(2, 2)).toEqual([[3, 4], true]);
      expect(await read(3, 2)).toEqual([[4, 5], false]);
      expect(await read(5, 2)).toEqual([[], false]);
      expect(await read(0, 5, 1)).toEqual([[1], true]);
    });

    test("a text comes back to the last character", async () => {
      const { store, enrol, readAll } = await createFixture(openStore);
      const jamaica = await enrol("JM");
      const text = "Ñandú 🛰 \u2028 \\u0000 \u{10FFFF}\n";
      await store.saveEnvelope({ ...createArrival("CL", "JM"), text });
      expect(await readAll(jamaica)).toMatchObject([{ text }]);
    });

    test("what isn't held isn't found", async () => {
      const { store } = await createFixture(openStore);
      const arrival = createArrival("CL", "JM");
      expect(await store.findEnvelope(arrival.envelope.id)).toBeUndefined();
      const { held } = await store.saveEnvelope(arrival);
      expect(await store.findEnvelope(arrival.envelope.id)).toEqual(held);
    });
  });
};
