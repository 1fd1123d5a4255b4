import { expect, test } from "vitest";
import { type BadgeFacts, planBadge } from "#features/device/notices/keepNoticeSigns.ts";

test.each<[string, BadgeFacts, object]>([
  [
    "unlocked, what is unopened and what is unread are one number",
    { vault: "unlocked", unopened: 1, unread: 2 },
    { type: "show", count: 3 },
  ],
  [
    "nothing waits, and nothing is shown",
    { vault: "unlocked", unopened: 0, unread: 0 },
    { type: "clear" },
  ],
  [
    "locked, only what is unopened is known",
    { vault: "locked", unopened: 2, unread: null },
    { type: "show", count: 2 },
  ],
  [
    "locked with nothing unopened, what was shown before may still be unread",
    { vault: "locked", unopened: 0, unread: null },
    { type: "leave" },
  ],
  [
    "without a passphrase there is nothing private that could wait",
    { vault: "missing", unopened: 0, unread: null },
    { type: "clear" },
  ],
])("%s", (_what, facts, plan) => {
  expect(planBadge(facts)).toEqual(plan);
});
