import { describe, expect, it } from "vitest";
import { chooseEdition, editionValidity } from "#domain/directory/edition.ts";
import { buildEdition } from "#tests/world/contact.ts";
import { day } from "#tests/world/moments.ts";

const real = (number: number) => buildEdition({ CL: {} }, { number });
const demonstration = (number: number) => buildEdition({ CL: {} }, { number, demonstration: true });

describe("which edition is held", () => {
  it("is the first that arrives, then the one with the higher number", () => {
    expect(chooseEdition(undefined, real(3))).toEqual({ ok: true, value: real(3) });
    expect(chooseEdition(real(3), real(4))).toEqual({ ok: true, value: real(4) });
  });

  it("stays when one with a lower number arrives", () => {
    expect(chooseEdition(real(4), real(3))).toEqual({
      ok: false,
      error: { type: "editionOlder", number: 3, heldNumber: 4 },
    });
  });

  it("stays, the very same, when its own number arrives again", () => {
    const held = real(4);
    const chosen = chooseEdition(held, real(4));
    expect(chosen.ok && chosen.value).toBe(held);
  });

  it("is a real one as soon as there is one, whatever the demonstration's number", () => {
    expect(chooseEdition(demonstration(9), real(1))).toEqual({ ok: true, value: real(1) });
  });

  it("is never a demonstration again after that, whatever its number", () => {
    expect(chooseEdition(real(1), demonstration(9))).toEqual({
      ok: false,
      error: { type: "editionDemonstration", heldNumber: 1 },
    });
  });

  it("among demonstrations is the newest", () => {
    expect(chooseEdition(demonstration(1), demonstration(2))).toEqual({
      ok: true,
      value: demonstration(2),
    });
    expect(chooseEdition(demonstration(2), demonstration(1)).ok).toBe(false);
  });
});

describe("an edition", () => {
  it("is valid on its last day and past on the next", () => {
    const edition = buildEdition({ CL: {} }, { validUntil: "2026-11-22" });
    expect(editionValidity(edition, day("2026-11-22")).type).toBe("valid");
    expect(editionValidity(edition, day("2026-11-23"))).toEqual({
      type: "past",
      validUntil: "2026-11-22",
    });
  });
});
