import { Decrypter } from "age-encryption";
import * as v from "valibot";
import { expect, onTestFinished, test, vi } from "vitest";
import { SealingKey } from "#domain/trust/registry.ts";
import {
  base64ToBytes,
  bytesToBase64,
  createSealingIdentity,
  openWith,
  padText,
  sealTo,
  sealWithPassphrase,
} from "#sealing/age/age.ts";
import { exportDivider, exportSealed } from "#sealing/age/exportSealed.ts";

const openExport = async (file: Uint8Array, passphrase: string): Promise<string> => {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  return decrypter.decrypt(file, "text");
};

test("what is sealed to several is opened by each of them, and by nobody else", async () => {
  const [one, two, other] = await Promise.all([1, 2, 3].map(() => createSealingIdentity()));
  if (!one || !two || !other) throw new Error("three were made");
  expect(v.is(SealingKey, one.recipient)).toBe(true);
  const sealed = await sealTo('{"¿qué?":"sí"}', [one.recipient, two.recipient]);
  for (const { identity } of [one, two]) {
    expect(JSON.parse((await openWith(sealed, [identity])) ?? "")).toEqual({ "¿qué?": "sí" });
  }
  expect(await openWith(sealed, [other.identity])).toBeUndefined();
  expect(await openWith(sealed, [other.identity, two.identity])).toBeDefined();
});

test("what is no age file, or no base64, is not opened, and nothing is thrown", async () => {
  const { identity } = await createSealingIdentity();
  expect(await openWith("no base64 at all!", [identity])).toBeUndefined();
  expect(await openWith("", [identity])).toBeUndefined();
  expect(await openWith(btoa("age-encryption.org/v1\nand no more"), [identity])).toBeUndefined();
});

test("a sealed text tells its length in steps of a KiB only", async () => {
  const { recipient } = await createSealingIdentity();
  const lengths = await Promise.all(
    ['"a"', `"${"a".repeat(1000)}"`, `"${"á".repeat(600)}"`].map(
      async (text) => (await sealTo(text, [recipient])).length,
    ),
  );
  expect(lengths[0]).toBe(lengths[1]);
  expect(lengths[2]).toBeGreaterThan(lengths[1] ?? 0);
  expect(new TextEncoder().encode(padText('"á"')).length).toBe(1024);
  expect(padText("x".repeat(1024))).toHaveLength(1024);
});

test("base64 copes with what an envelope holds, and is the one that Node writes", () => {
  const bytes = crypto.getRandomValues(new Uint8Array(65_536));
  const long = new Uint8Array(300_000).map((_, place) => bytes[place % 65_536] ?? 0);
  expect(bytesToBase64(long)).toBe(Buffer.from(long).toString("base64"));
  expect(base64ToBytes(bytesToBase64(long))).toEqual(long);
  expect(bytesToBase64(new Uint8Array(0))).toBe("");
});

test("an export is an age file: readable text first, then JSON to its end", async () => {
  const json = { inquiries: [{ text: `${exportDivider}\nstill a text` }] };
  const text = `What I wrote\n${exportDivider} is no divider here\n`;
  const file = await exportSealed({ text, json }, "razón ".normalize("NFD"), 10);
  expect(new TextDecoder().decode(file.subarray(0, 22))).toBe("age-encryption.org/v1\n");
  const opened = await openExport(file, "razón".normalize("NFC"));
  const [readable, after, ...others] = opened.split(`\n${exportDivider}\n`);
  expect(others).toEqual([]);
  expect(readable).toBe(`What I wrote\n ${exportDivider} is no divider here\n`);
  expect(JSON.parse(after ?? "")).toEqual(json);
});

test("an export opens with no other passphrase", async () => {
  const file = await sealWithPassphrase("text", "the right one", 10);
  await expect(openExport(file, "the wrong one")).rejects.toThrow();
  expect(await openExport(file, "the right one")).toBe("text");
});

test("an export costs who guesses scrypt of 2^17, and half where a phone has no room for it", async () => {
  const workFactorOf = (file: Uint8Array) =>
    /^-> scrypt \S+ (\d+)$/m.exec(new TextDecoder().decode(file.subarray(0, 200)))?.[1];
  const parts = { text: "text", json: {} };
  expect(workFactorOf(await exportSealed(parts, "the right one"))).toBe("17");
  const room = 128 * 2 ** 20;
  const crowded = new Proxy(Uint8Array, {
    construct: (target, args) => {
      if (args[0] === room) throw new RangeError("Array buffer allocation failed");
      return Reflect.construct(target, args) as Uint8Array;
    },
  });
  vi.stubGlobal("Uint8Array", crowded);
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  const smaller = await exportSealed(parts, "the right one");
  expect(workFactorOf(smaller)).toBe("16");
  expect(await openExport(smaller, "the right one")).toContain("text");
}, 30_000);
