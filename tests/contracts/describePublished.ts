import { describe, expect, test } from "vitest";
import type { SignedFile } from "#domain/trust/signedFile.ts";
import { signText } from "#signing/signText.ts";
import { createEnrolment } from "#tests/unit/endpoint/world/enrolment.ts";
import { createFixture, later, type OpenStore } from "./storeFixture.ts";

const now = { ok: true, value: "now" };
const before = { ok: true, value: "before" };
const older = (heldNumber: number) => ({ ok: false, error: { type: "editionOlder", heldNumber } });
const conflict = { ok: false, error: { type: "conflict" } };

/** What a store does with a publisher's editions, grants and revocations. */
export const describePublished = (name: string, openStore: OpenStore): void => {
  describe(`${name}: editions`, () => {
    test("the newest is found, and read as it was signed", async () => {
      const { store, publisher, take } = await createFixture(openStore);
      expect(await store.findNewestEdition()).toBeUndefined();
      expect(await take(publisher.publish({ number: 3 }))).toEqual(now);
      const fourth = publisher.publish({ number: 4 });
      expect(await take(fourth)).toEqual(now);
      const newest = await store.findNewestEdition();
      expect(newest).toMatchObject({ number: 4, demonstration: true });
      expect(JSON.parse(await store.readEdition(newest?.digest as never))).toEqual(fourth);
    });

    test("the same again is known, and a lower number, or another text under it, is older", async () => {
      const { store, publisher, take } = await createFixture(openStore);
      const fourth = publisher.publish({ number: 4 });
      await take(publisher.publish({ number: 3 }));
      await take(fourth);
      const newest = await store.findNewestEdition();
      expect(await take(fourth)).toEqual(before);
      expect(await take(publisher.publish({ number: 3 }))).toEqual(older(4));
      expect(await take(publisher.publish({ number: 4, states: [] }))).toEqual(older(4));
      expect(await store.findNewestEdition()).toEqual(newest);
    });

    test("a real one takes a demonstration's place whatever its number, and keeps it", async () => {
      const { store, publisher, take } = await createFixture(openStore);
      await take(publisher.publish({ number: 9 }));
      expect(await take(publisher.publish({ number: 1, demonstration: false }))).toEqual(now);
      expect(await take(publisher.publish({ number: 10 }))).toEqual(older(1));
      expect(await store.findNewestEdition()).toMatchObject({ number: 1, demonstration: false });
    });

    test("the same text under a second key is taken, and served from then on", async () => {
      const { store, publisher, successor, take } = await createFixture(openStore);
      await take(publisher.publish());
      const again = successor.publish();
      expect(await take(again)).toEqual(now);
      expect(await take(again)).toEqual(before);
      const newest = await store.findNewestEdition();
      expect(JSON.parse(await store.readEdition(newest?.digest as never))).toEqual(again);
    });
  });

  describe(`${name}: the registry`, () => {
    test("everything stands in it as it was signed, in order, without gaps", async () => {
      const { store, enrol, revoke } = await createFixture(openStore);
      const chile = await enrol("CL");
      const jamaica = await enrol("JM");
      await revoke(chile);
      const rows = await store.listRegistry(0, 100);
      expect(rows.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5]);
      expect(rows.map(({ file }) => file.purpose)).toEqual([
        "grant",
        "enrolment",
        "grant",
        "enrolment",
        "revocation",
      ]);
      expect(rows[1]?.file).toEqual(chile.request.keys);
      expect(rows[3]?.file).toEqual(jamaica.request.keys);
      expect(await store.listRegistry(2, 2)).toEqual(rows.slice(2, 4));
      expect(await store.listRegistry(5, 2)).toEqual([]);
    });

    test("the same again is known and stands in it once, also when it comes many times at once", async () => {
      const { store, publisher, take, listRegistry } = await createFixture(openStore);
      const { file, grant } = publisher.invite("CL/policy");
      const revocation = publisher.revoke(grant.id);
      const outcomes = await Promise.all([file, file, revocation, file, revocation].map(take));
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(5);
      expect(await listRegistry()).toHaveLength(2);
      expect(await take(file)).toEqual(before);
      expect(await store.listRegistry(2, 10)).toEqual([]);
    });

    test("another text under a grant's id is refused, and so is a second grant for one code", async () => {
      const { publisher, take, listRegistry } = await createFixture(openStore);
      const { file, grant } = publisher.invite("CL/policy");
      await take(file);
      const held = await listRegistry();
      const reader = publisher.sign("grant", { ...grant, role: "reader" });
      const { grant: other } = publisher.invite("JM/policy");
      const sameCode = publisher.sign("grant", { ...other, invitationKey: grant.invitationKey });
      expect(await take(reader)).toEqual(conflict);
      expect(await take(sameCode)).toEqual(conflict);
      expect(await listRegistry()).toEqual(held);
    });

    test("signed again by a second key, a grant comes again, and its device after it", async () => {
      const { successor, take, enrol, listRegistry } = await createFixture(openStore);
      const { request } = await enrol("CL");
      const [grant] = (await listRegistry()) as [SignedFile];
      const again = signText(successor.seed, "grant", grant.content);
      expect(await take(again)).toEqual(now);
      expect(await take(again)).toEqual(before);
      expect(await listRegistry()).toEqual([grant, request.keys, again, request.keys]);
    });

    test("a revocation may come before its grant, which then enrols nobody", async () => {
      const { store, publisher, take, listRegistry } = await createFixture(openStore);
      const { file, grant, seed } = publisher.invite("CL/policy");
      const revocation = publisher.revoke(grant.id);
      expect(await take(revocation)).toEqual(now);
      expect(await take(file)).toEqual(now);
      const { keys, request } = createEnrolment(seed);
      const attempt = { keys, file: request.keys, tokenHash: request.tokenHash, maxDevices: 8 };
      expect(await store.saveEnrolment({ ...attempt, at: later })).toEqual({
        ok: false,
        error: { type: "revoked", revocation, grant: file },
      });
      expect(await listRegistry()).toHaveLength(2);
    });
  });
};
