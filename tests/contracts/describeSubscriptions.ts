import { describe, expect, test } from "vitest";
import { instantToMs, msToInstant } from "#domain/instant.ts";
import type { PushTarget } from "#protocol/subscription.ts";
import { at, createFixture, type OpenStore, policyOf } from "./storeFixture.ts";

const chile = policyOf("CL");
const mail = "desk@policy.cl.example";
const later = (ms: number) => msToInstant(instantToMs(at) + ms);

const createTarget = (name: string): PushTarget => ({
  endpoint: `https://push.example/${name}`,
  keys: { p256dh: `B${"a".repeat(86)}`, auth: "a".repeat(22) },
});

/** What a store does with devices that want to be told that something waits. */
export const describeSubscriptions = (name: string, openStore: OpenStore): void => {
  describe(`${name}: subscriptions`, () => {
    test("the first keys for pushing are kept, and others come too late", async () => {
      const { store } = await createFixture(openStore);
      const keys = { publicKey: "public", privateKey: "private" };
      expect(await store.keepPushKeys(keys)).toEqual(keys);
      const others = { publicKey: "other", privateKey: "other" };
      expect(await store.keepPushKeys(others)).toEqual(keys);
    });

    test("a desk's subscribed devices are told, each once, and no one else's", async () => {
      const { store, enrol } = await createFixture(openStore);
      const [one, two, other] = [await enrol("CL"), await enrol("CL"), await enrol("JM")];
      const reader = await enrol("CL", "reader");
      const push = createTarget("one");
      await store.saveSubscription(one.device, { push, mail: null });
      for (const { device } of [two, other, reader]) {
        await store.saveSubscription(device, { push: null, mail });
      }
      await store.markWaiting(chile);
      const claimed = await store.claimNotices(at, later(-1));
      expect(claimed.isMore).toBe(false);
      expect(new Set(claimed.due)).toEqual(
        new Set([
          { device: one.device, desk: chile, push, mail: null },
          { device: two.device, desk: chile, push: null, mail },
        ]),
      );
      expect(await store.claimNotices(later(9), later(8))).toEqual({ due: [], isMore: false });
    });

    test("whoever was told too lately is told later, whatever comes meanwhile", async () => {
      const { store, enrol } = await createFixture(openStore);
      const { device } = await enrol("CL");
      await store.saveSubscription(device, { push: null, mail });
      await store.markWaiting(chile);
      await store.claimNotices(at, later(-10));
      await store.markWaiting(chile);
      await store.saveSubscription(device, { push: createTarget("new"), mail });
      expect(await store.claimNotices(later(9), later(-1))).toEqual({ due: [], isMore: true });
      await store.markWaiting(chile);
      const claimed = await store.claimNotices(later(10), at);
      expect(claimed).toMatchObject({ due: [{ push: createTarget("new") }], isMore: false });
    });

    test("a clock that was set back silences nobody", async () => {
      const { store, enrol } = await createFixture(openStore);
      const { device } = await enrol("CL");
      await store.saveSubscription(device, { push: null, mail });
      await store.markWaiting(chile);
      await store.claimNotices(later(1_000), later(990));
      await store.markWaiting(chile);
      expect((await store.claimNotices(at, later(-10))).due).toHaveLength(1);
    });

    test("of many that claim at once, one tells a device", async () => {
      const { store, enrol } = await createFixture(openStore);
      const { device } = await enrol("CL");
      await store.saveSubscription(device, { push: null, mail });
      await store.markWaiting(chile);
      const claims = Array.from({ length: 10 }, () => store.claimNotices(at, later(-10)));
      const due = (await Promise.all(claims)).flatMap((claimed) => claimed.due);
      expect(due).toHaveLength(1);
    });

    test("a place that the push service forgot is dropped, its successor and the mail stay", async () => {
      const { store, enrol } = await createFixture(openStore);
      const { device } = await enrol("CL");
      const [gone, next] = [createTarget("gone"), createTarget("next")];
      const tell = async () => {
        await store.markWaiting(chile);
        return (await store.claimNotices(at, at)).due.map(({ push, mail: to }) => [push, to]);
      };
      await store.saveSubscription(device, { push: next, mail });
      await store.dropPush(device, gone);
      expect(await tell()).toEqual([[next, mail]]);
      await store.dropPush(device, next);
      expect(await tell()).toEqual([[null, mail]]);
      await store.saveSubscription(device, { push: gone, mail: null });
      await store.dropPush(device, gone);
      expect(await tell()).toEqual([]);
    });

    test("nothing wanted means nothing held", async () => {
      const { store, enrol } = await createFixture(openStore);
      const { device } = await enrol("CL");
      await store.saveSubscription(device, { push: null, mail });
      await store.saveSubscription(device, { push: null, mail: null });
      await store.markWaiting(chile);
      expect(await store.claimNotices(at, at)).toEqual({ due: [], isMore: false });
    });

    test("a revoked device is told nothing, also if it was to be", async () => {
      const { store, enrol, revoke } = await createFixture(openStore);
      const [device, colleague] = [await enrol("CL"), await enrol("CL")];
      for (const each of [device, colleague]) {
        await store.saveSubscription(each.device, { push: null, mail });
      }
      await store.markWaiting(chile);
      await revoke(device);
      const { due } = await store.claimNotices(at, at);
      expect(due.map((notice) => notice.device)).toEqual([colleague.device]);
      // A call that was admitted just before the revocation may come to its end after it.
      await store.saveSubscription(device.device, { push: null, mail });
      await store.markWaiting(chile);
      const again = await store.claimNotices(at, at);
      expect(again.due.map((notice) => notice.device)).toEqual([colleague.device]);
    });
  });
};
