import { randomUUID } from "node:crypto";
import * as v from "valibot";
import { describe, expect, onTestFinished, test } from "vitest";
import { DeskId } from "#domain/desk.ts";
import { DeviceId, Envelope } from "#domain/envelope.ts";
import { msToInstant } from "#domain/instant.ts";
import { sha256 } from "#endpoint/sha256.ts";
import type { Arrival, EnrolmentAttempt, Store } from "#endpoint/store.ts";

const at = msToInstant(Date.parse("2026-11-22T04:00:00.000Z"));
const later = msToInstant(Date.parse("2026-12-22T04:00:00.000Z"));
const policyOf = (state: string): DeskId => v.parse(DeskId, `${state}/policy`);

/** What holds for every store that the endpoint may be given. */
export const describeStoreContract = (name: string, openStore: () => Promise<Store>): void => {
  const createStore = async (): Promise<Store> => {
    const store = await openStore();
    onTestFinished(() => store.close());
    return store;
  };

  describe(`${name}: enrolments`, () => {
    test("an invitation is redeemed once, and the same attempt finds its first answer", async () => {
      const store = await createStore();
      const attempt = await invite(store);
      const first = await store.saveEnrolment(attempt);
      const repeated = await store.saveEnrolment({ ...attempt, at: later });
      expect(first).toMatchObject({ ok: true, value: { type: "enrolled" } });
      expect(repeated).toMatchObject({
        ok: true,
        value: { type: "enrolledBefore", enrolment: { enrolledAt: at } },
      });
      expect(await store.listEnrolments(attempt.tokenHash)).toHaveLength(1);
    });

    test("another device, or another token, finds the invitation used", async () => {
      const store = await createStore();
      const attempt = await invite(store);
      await store.saveEnrolment(attempt);
      const others = [{ device: createDevice() }, { tokenHash: sha256("another") }];
      for (const other of others) {
        const outcome = await store.saveEnrolment({ ...attempt, ...other });
        expect(outcome).toEqual({ ok: false, error: { type: "invitationUsed" } });
      }
      expect(await store.listEnrolments(sha256("another"))).toEqual([]);
      expect(await store.listEnrolments(attempt.tokenHash)).toHaveLength(1);
    });

    test("of many attempts at once, one redeems the invitation", async () => {
      const store = await createStore();
      const attempt = await invite(store);
      const outcomes = await Promise.all(
        Array.from({ length: 10 }, () =>
          store.saveEnrolment({ ...attempt, device: createDevice() }),
        ),
      );
      expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    });

    test("an unknown or expired invitation enrols nobody", async () => {
      const store = await createStore();
      const attempt = await invite(store);
      const unknown = await store.saveEnrolment({ ...attempt, codeHash: sha256("no code") });
      const expired = await store.saveEnrolment({ ...attempt, at: later });
      expect(unknown).toEqual({ ok: false, error: { type: "invitationUnknown" } });
      expect(expired).toEqual({ ok: false, error: { type: "invitationExpired" } });
      expect(await store.listEnrolments(attempt.tokenHash)).toEqual([]);
    });

    test("a full desk takes no more devices, but readers and its own devices again", async () => {
      const store = await createStore();
      const attempts = [await invite(store), await invite(store)];
      for (const attempt of attempts) await store.saveEnrolment({ ...attempt, maxDevices: 2 });
      const third = { ...(await invite(store)), maxDevices: 2 };
      const again = { ...(await invite(store)), maxDevices: 2, device: attempts[0]?.device };
      expect(await store.saveEnrolment(third)).toEqual({
        ok: false,
        error: { type: "deskFull", maxDevices: 2 },
      });
      expect(await store.listEnrolments(third.tokenHash)).toEqual([]);
      expect(await store.saveEnrolment(again as EnrolmentAttempt)).toMatchObject({ ok: true });
      for (let readers = 0; readers < 3; readers += 1) {
        const reader = { ...(await invite(store, "reader")), maxDevices: 2 };
        expect(await store.saveEnrolment(reader)).toMatchObject({ ok: true });
      }
    });

    test("the first enrolment of a role at a desk is found, and only of that role", async () => {
      const store = await createStore();
      const attempt = await invite(store);
      expect(await store.findFirstEnrolment(policyOf("CL"), "desk")).toBeUndefined();
      await store.saveEnrolment(attempt);
      expect(await store.findFirstEnrolment(policyOf("CL"), "desk")).toMatchObject({
        device: attempt.device,
      });
      expect(await store.findFirstEnrolment(policyOf("CL"), "reader")).toBeUndefined();
    });
  });

  describe(`${name}: envelopes and feeds`, () => {
    test("[S2] an id is held once, whatever arrives under it later", async () => {
      const store = await createStore();
      const arrival = createArrival("CL", "JM");
      const first = await store.saveEnvelope(arrival);
      const repeated = await store.saveEnvelope({ ...arrival, at: later });
      const other = await store.saveEnvelope({ ...arrival, digest: sha256("other"), text: "{}" });
      const held = { digest: arrival.digest, heldAt: at, from: "CL/policy" };
      expect(first).toMatchObject({ type: "held", held });
      expect(repeated).toMatchObject({ type: "heldBefore", held });
      expect(other).toMatchObject({ type: "heldBefore", held });
      const rows = await store.listFeed(policyOf("JM"), 0, 10);
      expect(rows).toEqual([{ position: 1, text: arrival.text, held: first.held }]);
    });

    test("an envelope is in the feeds of both its desks and in no other", async () => {
      const store = await createStore();
      await store.saveEnvelope(createArrival("CL", "JM"));
      expect(await store.listFeed(policyOf("CL"), 0, 10)).toHaveLength(1);
      expect(await store.listFeed(policyOf("JM"), 0, 10)).toHaveLength(1);
      expect(await store.listFeed(policyOf("BR"), 0, 10)).toEqual([]);
    });

    test("a desk that writes to itself has the envelope once", async () => {
      const store = await createStore();
      await store.saveEnvelope(createArrival("CL", "CL"));
      expect(await store.listFeed(policyOf("CL"), 0, 10)).toHaveLength(1);
    });

    test("[S8] positions rise by one a desk, however many arrive at once", async () => {
      const store = await createStore();
      const arrivals = Array.from({ length: 40 }, (_, index) =>
        createArrival(index % 2 ? "CL" : "BR", "JM"),
      );
      await Promise.all([...arrivals, ...arrivals].map((arrival) => store.saveEnvelope(arrival)));
      const positionsOf = async (state: string) =>
        (await store.listFeed(policyOf(state), 0, 100)).map((row) => row.position);
      const upTo = (n: number) => Array.from({ length: n }, (_, index) => index + 1);
      expect(await positionsOf("JM")).toEqual(upTo(40));
      expect(await positionsOf("CL")).toEqual(upTo(20));
      expect(await positionsOf("BR")).toEqual(upTo(20));
    });

    test("a feed is read from after a position, in order, up to a limit", async () => {
      const store = await createStore();
      for (let count = 0; count < 5; count += 1)
        await store.saveEnvelope(createArrival("CL", "JM"));
      const positions = (await store.listFeed(policyOf("JM"), 2, 2)).map((row) => row.position);
      expect(positions).toEqual([3, 4]);
      expect(await store.listFeed(policyOf("JM"), 5, 2)).toEqual([]);
    });

    test("a text comes back to the last character", async () => {
      const store = await createStore();
      const arrival = { ...createArrival("CL", "JM"), text: "Ñandú 🛰 \u2028 \\u0000 \u{10FFFF}\n" };
      await store.saveEnvelope(arrival);
      expect((await store.listFeed(policyOf("JM"), 0, 1))[0]?.text).toBe(arrival.text);
    });

    test("what isn't held isn't found", async () => {
      const store = await createStore();
      const arrival = createArrival("CL", "JM");
      expect(await store.findEnvelope(arrival.envelope.id)).toBeUndefined();
      const { held } = await store.saveEnvelope(arrival);
      expect(await store.findEnvelope(arrival.envelope.id)).toEqual(held);
    });
  });
};

const createDevice = (): DeviceId => v.parse(DeviceId, randomUUID());

const invite = async (
  store: Store,
  role: "desk" | "reader" = "desk",
): Promise<EnrolmentAttempt> => {
  const codeHash = sha256(randomUUID());
  const expiresAt = msToInstant(Date.parse("2026-12-01T00:00:00.000Z"));
  await store.saveInvitation({ codeHash, desk: policyOf("CL"), role, createdAt: at, expiresAt });
  const tokenHash = sha256(randomUUID());
  return { codeHash, device: createDevice(), tokenHash, at, maxDevices: 8 };
};

const createArrival = (from: string, to: string): Arrival => {
  const id = randomUUID();
  const envelope = v.parse(Envelope, {
    id,
    thread: id,
    kind: "inquiry",
    from: { state: from, desk: "policy" },
    to: { state: to, desk: "policy" },
    urgency: "none",
    sealedTo: [],
    body: "opaque",
  });
  const text = JSON.stringify(envelope);
  return { envelope, text, digest: sha256(text), at };
};
