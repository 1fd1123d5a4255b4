import { describe, expect, test } from "vitest";
import { idToDesk } from "#domain/desk.ts";
import type { Sheet } from "#domain/trust/registry.ts";
import type { SheetAttempt } from "#endpoint/store/store.ts";
import { signText } from "#signing/signText.ts";
import { createSheet } from "#tests/unit/endpoint/world/letters.ts";
import { type ContractDevice, createFixture, type OpenStore } from "./storeFixture.ts";

const refused = (type: string) => ({ ok: false, error: { type } });
const taken = (value: "now" | "before") => ({ ok: true, value });

/** What a store does with what devices say of their desks' recovery sheets. */
export const describeSheets = (name: string, openStore: OpenStore): void => {
  describe(`${name}: recovery sheets`, () => {
    test("a device's word is taken once, and stands at the registry's end", async () => {
      const { store, enrol, listRegistry } = await createFixture(openStore);
      const device = await enrol("CL");
      const attempt = sign(device);
      expect(await store.saveSheet(attempt)).toEqual(taken("now"));
      expect(await store.saveSheet(attempt)).toEqual(taken("before"));
      expect((await listRegistry()).slice(2)).toEqual([attempt.file]);
    });

    test("of the same word many times at once, one line stands", async () => {
      const { store, enrol, listRegistry } = await createFixture(openStore);
      const attempt = sign(await enrol("CL"));
      const outcomes = await Promise.all(Array.from({ length: 8 }, () => store.saveSheet(attempt)));
      expect(outcomes.filter((outcome) => outcome.ok && outcome.value === "now")).toHaveLength(1);
      expect(await listRegistry()).toHaveLength(3);
    });

    test("another word under the same id is refused", async () => {
      const { store, enrol, listRegistry } = await createFixture(openStore);
      const device = await enrol("CL");
      const attempt = sign(device);
      await store.saveSheet(attempt);
      const other = sign(device, { id: attempt.sheet.id, sealingKey: null });
      expect(await store.saveSheet(other)).toEqual(refused("conflict"));
      expect(await listRegistry()).toHaveLength(3);
    });

    test("who is no device of the desk, or signs as another, is not believed", async () => {
      const { store, enrol, invite, listRegistry } = await createFixture(openStore);
      const [device, other] = [await enrol("CL"), await enrol("JM")];
      const reader = await enrol("CL", "reader");
      const invited = await invite("CL");
      const held = await listRegistry();
      const attempts = [
        sign(other, { desk: idToDesk(device.desk) }),
        sign(other, { desk: idToDesk(device.desk), device: device.device }),
        sign(reader),
        sign(invited),
        sign(device, { device: other.device }),
      ];
      for (const attempt of attempts) {
        expect(await store.saveSheet(attempt)).toEqual(refused("makerUnknown"));
      }
      expect(await listRegistry()).toEqual(held);
    });

    test("a revoked device's word is taken no more, its earlier one stays", async () => {
      const { store, enrol, revoke, listRegistry } = await createFixture(openStore);
      const device = await enrol("CL");
      const attempt = sign(device);
      await store.saveSheet(attempt);
      await revoke(device);
      expect(await store.saveSheet(sign(device))).toEqual(refused("makerUnknown"));
      expect((await listRegistry()).filter(({ purpose }) => purpose === "sheet")).toEqual([
        attempt.file,
      ]);
    });

    test("one device makes so many and no more, and leaves its colleague's alone", async () => {
      const { store, enrol } = await createFixture(openStore);
      const [device, colleague] = [await enrol("CL"), await enrol("CL")];
      const first = { ...sign(device), maxSheets: 2 };
      expect(await store.saveSheet(first)).toEqual(taken("now"));
      expect(await store.saveSheet({ ...sign(device), maxSheets: 2 })).toEqual(taken("now"));
      expect(await store.saveSheet({ ...sign(device), maxSheets: 2 })).toEqual({
        ok: false,
        error: { type: "sheetsFull", maxSheets: 2 },
      });
      expect(await store.saveSheet(first)).toEqual(taken("before"));
      expect(await store.saveSheet({ ...sign(colleague), maxSheets: 2 })).toEqual(taken("now"));
    });
  });
};

const sign = (
  { device, desk, signingSeed }: ContractDevice,
  change: Partial<Record<keyof Sheet, unknown>> = {},
): SheetAttempt => {
  const sheet = createSheet({ device, desk: idToDesk(desk), ...change });
  return { sheet, file: signText(signingSeed, "sheet", JSON.stringify(sheet)), maxSheets: 20 };
};
