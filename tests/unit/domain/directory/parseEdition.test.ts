import { describe, expect, it } from "vitest";
import { editionMaxLength, parseEdition } from "#domain/directory/edition.ts";
import { buildContact, buildEdition } from "#tests/world/contact.ts";

const edition = buildEdition({ CL: { policy: [buildContact()] }, PE: {} });

describe("the text of an edition", () => {
  it("is taken whole", () => {
    expect(parseEdition(JSON.stringify(edition))).toEqual({ ok: true, value: edition });
  });

  it("is refused when it is too long, before it is looked into", () => {
    expect(parseEdition(" ".repeat(editionMaxLength + 1))).toEqual({
      ok: false,
      error: { type: "editionTooLarge", maxLength: editionMaxLength },
    });
  });

  it("is refused when it is no JSON, such as a portal's page", () => {
    expect(parseEdition("<!doctype html><title>Sign in</title>")).toEqual({
      ok: false,
      error: { type: "editionNotJson" },
    });
  });

  it("is refused with the places that are wrong", () => {
    const text = JSON.stringify(edition).replace("+56000000010", "tel 123");
    expect(parseEdition(text)).toEqual({
      ok: false,
      error: { type: "editionMalformed", issues: ["states.0.desks.0.contacts.0.phones.0"] },
    });
  });

  it("is refused when the secretariat's address says more than an address", () => {
    const text = JSON.stringify(edition).replace(
      "secretariat@oas.example",
      "secretariat@oas.example?bcc=other@evil.example",
    );
    expect(parseEdition(text)).toEqual({
      ok: false,
      error: { type: "editionMalformed", issues: ["secretariat.emails.0"] },
    });
  });

  it("is refused when it has more than an edition has", () => {
    expect(parseEdition(JSON.stringify({ ...edition, extra: 1 }))).toEqual({
      ok: false,
      error: { type: "editionMalformed", issues: ["extra"] },
    });
  });

  it("is refused when a State, a desk or a contact's id stands there twice", () => {
    const [chile] = edition.states;
    const desks = [...(chile?.desks ?? []), { kind: "policy", contacts: [] }];
    const twice = { ...edition, states: [{ ...chile, desks }, chile] };
    expect(parseEdition(JSON.stringify(twice))).toEqual({
      ok: false,
      error: {
        type: "editionMalformed",
        issues: [
          "CL/policy",
          "CL",
          "CL/policy",
          "contact CL-policy-1",
          "CL/foreign-affairs",
          "CL/technical",
        ],
      },
    });
  });
});
