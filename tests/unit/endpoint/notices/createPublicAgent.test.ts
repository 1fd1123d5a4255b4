import { get } from "node:https";
import { expect, test } from "vitest";
import { createPublicAgent, isPublicAddress } from "#endpoint/notices/createPublicAgent.ts";
import { failureToReason } from "#endpoint/notices/notifier.ts";

test.each([
  ["127.0.0.1", 4],
  ["10.1.2.3", 4],
  ["172.31.0.1", 4],
  ["192.168.1.1", 4],
  ["169.254.169.254", 4],
  ["100.64.0.1", 4],
  ["0.0.0.0", 4],
  ["255.255.255.255", 4],
  ["::1", 6],
  ["::", 6],
  ["fd00::1", 6],
  ["fe80::1", 6],
  ["::ffff:127.0.0.1", 6],
  ["64:ff9b::7f00:1", 6],
])("%s is this computer's or its network's own", (address, family) => {
  expect(isPublicAddress(address, family)).toBe(false);
});

test.each([
  ["192.0.2.1", 4],
  ["172.32.0.1", 4],
  ["2001:db8::1", 6],
])("%s is not", (address, family) => {
  expect(isPublicAddress(address, family)).toBe(true);
});

test("a name that leads to this computer is not called", async () => {
  const error = await new Promise((resolve) => {
    get("https://localhost:9/", { agent: createPublicAgent() }).on("error", resolve);
  });
  expect(failureToReason(error)).toBe("ENOTPUBLIC");
});
