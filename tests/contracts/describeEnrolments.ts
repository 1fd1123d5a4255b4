import { describe, expect, test } from "vitest";
import type { DeviceId } from "#domain/envelope/envelope.ts";
import { sha256 } from "#endpoint/store/sha256.ts";
import type { EnrolmentAttempt } from "#endpoint/store/store.ts";
import { createEnrolment } from "#tests/unit/endpoint/world/enrolment.ts";
import { at, createFixture, later, type OpenStore } from "./storeFixture.ts";

const refused = (type: string) => ({ ok: false, error: { type } });

/** What a store does with devices that redeem a grant. */
export const describeEnrolments = (name: string, openStore: OpenStore): void => {
  describe(`${name}: enrolments`, () => {
    test("a grant is redeemed once, and the same attempt finds its first answer", async () => {
      const { store, invite, listRegistry } = await createFixture(openStore);
      const { attempt, device, desk } = await invite("CL");
      const enrolment = { device, desk, role: "desk", enrolledAt: at };
      const first = await store.saveEnrolment(attempt);
      const repeated = await store.saveEnrolment({ ...attempt, at: later });
      expect(first).toEqual({ ok: true, value: { type: "enrolled", enrolment } });
      expect(repeated).toEqual({ ok: true, value: { type: "enrolledBefore", enrolment } });
      expect(await store.findTokenHolder(attempt.tokenHash)).toEqual({
        enrolment,
        revoked: undefined,
      });
      expect(await listRegistry()).toHaveLength(2);
    });

    test("other keys, or another token, find the grant used", async () => {
      const { store, publisher, take, listRegistry } = await createFixture(openStore);
      const { seed, file } = publisher.invite("CL/policy");
      await take(file);
      const attempt = toAttempt(createEnrolment(seed));
      await store.saveEnrolment(attempt);
      const held = await listRegistry();
      const { device } = attempt.keys;
      const others = [
        toAttempt(createEnrolment(seed)),
        { ...toAttempt(createEnrolment(seed, { device })), tokenHash: attempt.tokenHash },
        { ...attempt, tokenHash: sha256("another") },
      ];
      for (const other of others) {
        expect(await store.saveEnrolment(other)).toEqual(refused("invitationUsed"));
      }
      expect(await store.findTokenHolder(sha256("another"))).toBeUndefined();
      expect(await listRegistry()).toEqual(held);
    });

    test("of many attempts at once, one redeems the grant", async () => {
      const { store, publisher, take, listRegistry } = await createFixture(openStore);
      const { seed, file } = publisher.invite("CL/policy");
      await take(file);
      const attempts = Array.from({ length: 10 }, () => toAttempt(createEnrolment(seed)));
      const outcomes = await Promise.all(attempts.map((attempt) => store.saveEnrolment(attempt)));
      expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
      expect(await listRegistry()).toHaveLength(2);
    });

    test("an unknown, an expired or a revoked grant enrols nobody", async () => {
      const { store, publisher, invite, revoke, listRegistry } = await createFixture(openStore);
      const unknown = toAttempt(createEnrolment(publisher.invite("CL/policy").seed));
      expect(await store.saveEnrolment(unknown)).toEqual(refused("invitationUnknown"));
      const device = await invite("CL");
      const expired = await store.saveEnrolment({ ...device.attempt, at: later });
      expect(expired).toEqual(refused("invitationExpired"));
      await revoke(device);
      expect(await store.saveEnrolment(device.attempt)).toMatchObject(refused("revoked"));
      expect(await store.findTokenHolder(device.attempt.tokenHash)).toBeUndefined();
      expect((await listRegistry()).map(({ purpose }) => purpose)).toEqual(["grant", "revocation"]);
    });

    test("a device's id and a token belong to one grant", async () => {
      const { store, publisher, take, enrol, listRegistry } = await createFixture(openStore);
      const { device, attempt } = await enrol("CL");
      const { seed, file } = publisher.invite("JM/policy");
      await take(file);
      const held = await listRegistry();
      const sameDevice = toAttempt(createEnrolment(seed, { device }));
      const sameToken = { ...toAttempt(createEnrolment(seed)), tokenHash: attempt.tokenHash };
      expect(await store.saveEnrolment(sameDevice)).toEqual(refused("forbidden"));
      expect(await store.saveEnrolment(sameToken)).toEqual(refused("forbidden"));
      expect(await listRegistry()).toEqual(held);
    });

    test("a full desk takes no more devices, but readers, and one for each that was revoked", async () => {
      const { store, invite, enrol, revoke } = await createFixture(openStore);
      const first = await enrol("CL");
      await enrol("CL");
      const third = { ...(await invite("CL")).attempt, maxDevices: 2 };
      expect(await store.saveEnrolment(third)).toEqual({
        ok: false,
        error: { type: "deskFull", maxDevices: 2 },
      });
      expect(await store.findTokenHolder(third.tokenHash)).toBeUndefined();
      const reader = { ...(await invite("CL", "reader")).attempt, maxDevices: 2 };
      expect(await store.saveEnrolment(reader)).toMatchObject({ ok: true });
      await revoke(first);
      expect(await store.saveEnrolment(third)).toMatchObject({ ok: true });
    });

    test("a desk's devices are known, revoked ones as well, its readers and strangers aren't", async () => {
      const { store, enrol, revoke } = await createFixture(openStore);
      const [one, two] = [await enrol("CL"), await enrol("JM")];
      const reader = await enrol("CL", "reader");
      const knows = (...devices: readonly { readonly device: DeviceId }[]) =>
        store.knowsDevice(
          one.desk,
          devices.map(({ device }) => device),
        );
      expect(await knows(two, one, reader)).toBe(true);
      expect(await knows(two, reader)).toBe(false);
      expect(await knows()).toBe(false);
      await revoke(one);
      expect(await knows(one)).toBe(true);
    });

    test("a revoked device's token finds the publisher's word and its grant, and so does its first attempt", async () => {
      const { store, enrol, revoke, listRegistry } = await createFixture(openStore);
      const { attempt, device, ...rest } = await enrol("CL");
      await revoke({ attempt, device, ...rest });
      const [grant, , revocation] = await listRegistry();
      expect(await store.findTokenHolder(attempt.tokenHash)).toMatchObject({
        enrolment: { device },
        revoked: { revocation, grant },
      });
      expect(await store.saveEnrolment(attempt)).toEqual({
        ok: false,
        error: { type: "revoked", revocation, grant },
      });
    });
  });
};

const toAttempt = ({ keys, request }: ReturnType<typeof createEnrolment>): EnrolmentAttempt => ({
  keys,
  file: request.keys,
  tokenHash: request.tokenHash,
  at,
  maxDevices: 8,
});
