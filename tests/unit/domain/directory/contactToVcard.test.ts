import { describe, expect, it } from "vitest";
import { contactToVcard } from "#domain/directory/contactToVcard.ts";
import { buildContact } from "#tests/world/contact.ts";
import { instant } from "#tests/world/moments.ts";

const revisedAt = instant("2026-11-16T12:00:00.000Z");
const texts = { name: "Chile: CBM #2", note: "Confirmado el 1 de septiembre de 2026" };
const unfold = (card: string): string[] => card.replaceAll("\r\n ", "").split("\r\n");

describe("a contact's vCard", () => {
  it("is a vCard 4.0 of an organisation with its numbers in order of preference", () => {
    const contact = buildContact({ phones: ["+56000000010", "+56000000011"] });
    expect(unfold(contactToVcard(contact, texts, revisedAt))).toEqual([
      "BEGIN:VCARD",
      "VERSION:4.0",
      "KIND:org",
      "UID;VALUE=text:enlace-CL-policy-1",
      "FN:Chile: CBM #2",
      "ORG:Oficina de Enlace (demostración);Punto de contacto",
      'TEL;VALUE=uri;TYPE="voice,work";PREF=1:tel:+56000000010',
      'TEL;VALUE=uri;TYPE="voice,work";PREF=2:tel:+56000000011',
      "EMAIL;TYPE=work;PREF=1:politica@enlace.cl.example",
      "LANG;PREF=1:es",
      "LANG;PREF=2:en",
      "TZ:America/Santiago",
      "NOTE:Confirmado el 1 de septiembre de 2026",
      "REV:20261116T120000Z",
      "END:VCARD",
      "",
    ]);
  });

  it("names the person where the State names one", () => {
    const lines = unfold(contactToVcard(buildContact({ person: "A. Ejemplo" }), texts, revisedAt));
    expect(lines).toContain("KIND:individual");
    expect(lines).toContain("FN:A. Ejemplo");
  });

  it("escapes what has a meaning in a vCard, and can gain no line from a name", () => {
    const contact = buildContact({ office: "a,b;c\\d\nTEL:1", institution: "x;y" });
    const lines = unfold(contactToVcard(contact, texts, revisedAt));
    expect(lines).toContain("ORG:x\\;y;a\\,b\\;c\\\\d\\nTEL:1");
    expect(lines.filter((line) => line.startsWith("TEL"))).toHaveLength(1);
  });

  it.each(["", "a", "ab", "abc", "abcd"])(
    "folds at 75 octets without cutting a character, and ends every line with CRLF: %s",
    (shift) => {
      const note = `${shift}${"🛰".repeat(40)}${"ção ".repeat(40)}${"x".repeat(200)}`;
      const card = contactToVcard(buildContact(), { ...texts, note }, revisedAt);
      const lines = card.split("\r\n").map((line) => new TextEncoder().encode(line));
      expect(Math.max(...lines.map(({ length }) => length))).toBe(75);
      expect(card.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
      // Written to a file and read again, no half of a character was lost at a fold.
      const read = lines.map((line) => new TextDecoder().decode(line)).join("\r\n");
      expect(unfold(read)).toContain(`NOTE:${note}`);
    },
  );
});
