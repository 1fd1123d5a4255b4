import { describe, expect, it } from "vitest";
import { planWhomToTry } from "#domain/directory/planWhomToTry.ts";
import { buildContact, buildEdition } from "#tests/world/contact.ts";
import { day } from "#tests/world/moments.ts";

const today = day("2026-11-22");
const fresh = (id: string) => buildContact({ id });
const expired = (id: string) =>
  buildContact({ id, confirmedOn: "2025-01-01", expiresOn: "2026-01-01" });
const unconfirmed = (id: string) =>
  buildContact({ id, confirmedBy: undefined, confirmedOn: undefined });
const soon = (id: string) => buildContact({ id, expiresOn: "2026-12-01" });

const plan = (
  desks: Parameters<typeof buildEdition>[0][string],
  wanted: "policy" | "foreign-affairs" | "technical" = "policy",
) => {
  const [entry] = buildEdition({ CL: desks }).states;
  if (!entry) throw new Error("no entry");
  return planWhomToTry(entry, wanted, today).map((attempt) =>
    attempt.type === "contact" ? `${attempt.contact.id}:${attempt.freshness.type}` : attempt.type,
  );
};

describe("whom to try", () => {
  it("begins with the desk wanted, in its order, then the other desks, the secretariat last", () => {
    expect(
      plan(
        {
          policy: [fresh("p1"), soon("p2")],
          "foreign-affairs": [fresh("f1")],
          technical: [fresh("t1")],
        },
        "technical",
      ),
    ).toEqual(["t1:fresh", "p1:fresh", "p2:expiresSoon", "f1:fresh", "secretariat"]);
  });

  it("puts what holds at another desk before what has expired at the one wanted", () => {
    expect(plan({ policy: [expired("p1"), fresh("p2")], "foreign-affairs": [soon("f1")] })).toEqual(
      ["p2:fresh", "f1:expiresSoon", "p1:expired", "secretariat"],
    );
  });

  it("puts the unconfirmed before the expired", () => {
    expect(plan({ policy: [expired("p1")], technical: [unconfirmed("t1")] })).toEqual([
      "t1:unconfirmed",
      "p1:expired",
      "secretariat",
    ]);
  });

  it("leaves the secretariat where a State has named no one", () => {
    expect(plan({})).toEqual(["secretariat"]);
  });
});
