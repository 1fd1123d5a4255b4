import { describe, expect, test } from "vitest";
import { mailtoMaxLength, planMailto } from "#domain/wording/planMailto.ts";

const mail = {
  to: ["policy@cl.example"],
  subject: "OEA, CBM #2",
  body: "Línea 1\nLine 2",
  continued: "[continues]",
};
const bodyOf = (href: string): string =>
  decodeURIComponent(new URL(href).search.match(/body=(.*)$/)?.[1] ?? "");

describe("an e-mail's address", () => {
  test("bears address, subject and body, encoded, with CRLF between lines", () => {
    const { href, rest } = planMailto(mail);
    expect(href).toBe(
      "mailto:policy@cl.example?subject=OEA%2C%20CBM%20%232&body=L%C3%ADnea%201%0D%0ALine%202",
    );
    expect(rest).toBeNull();
  });

  test("encodes what would end or add a header, and joins several by commas", () => {
    const { href } = planMailto({
      ...mail,
      to: ["a&b@x.example", "c?d@x.example"],
      subject: "A&cc=x",
      body: "100 % & more?\r\nend",
    });
    expect(href).toBe(
      "mailto:a%26b@x.example,c%3Fd@x.example?subject=A%26cc%3Dx" +
        "&body=100%20%25%20%26%20more%3F%0D%0Aend",
    );
  });

  test("is never longer than the limit, and loses nothing but white space at the cut", () => {
    const line = "Se observó tráfico anómalo – 観測 – contra el portal de trámites.";
    for (let count = 1; count < 80; count += 1) {
      const body = Array.from({ length: count }, (_, index) => `${index} ${line}`).join("\n");
      const { href, rest } = planMailto({ ...mail, body });
      expect(href.length).toBeLessThanOrEqual(mailtoMaxLength);
      const begun = bodyOf(href)
        .replaceAll("\r\n", "\n")
        .replace(/\n\n\[continues\]$/, "");
      expect([begun, ...(rest === null ? [] : [rest])].join("\n")).toBe(body);
      if (rest !== null) expect(bodyOf(href).endsWith("[continues]")).toBe(true);
    }
  });

  test("cuts a single long line at a word, and puts a single long word into the rest", () => {
    const words = planMailto({ ...mail, body: "palabra ".repeat(400) });
    expect(words.href.length).toBeLessThanOrEqual(mailtoMaxLength);
    expect(words.rest?.startsWith("palabra ")).toBe(true);
    const word = planMailto({ ...mail, body: "ñ".repeat(2000) });
    expect(word.href.length).toBeLessThanOrEqual(mailtoMaxLength);
    expect(word.rest).toBe("ñ".repeat(2000));
  });

  test("does not break on half a surrogate pair", () => {
    expect(planMailto({ ...mail, body: "a\ud83db" }).href).toContain("a%EF%BF%BDb");
  });
});
