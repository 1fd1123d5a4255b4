import { expect, test } from "vitest";
import {
  createInvitationCode,
  formatInvitationCode,
  parseInvitationCode,
} from "#domain/trust/invitationCode.ts";

const code = createInvitationCode([3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9, 31]);

test("a code is read as people type it: case, spaces, dashes, O for 0, I and L for 1", () => {
  const typed = formatInvitationCode(code)
    .toLowerCase()
    .replaceAll("1", "l")
    .replaceAll("-", " – ");
  expect(parseInvitationCode(typed)).toEqual({ ok: true, value: code });
});

test("every single wrong character is caught", () => {
  const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  for (let place = 0; place < code.length; place += 1) {
    for (const wrong of alphabet.replace(code.charAt(place), "")) {
      const typed = code.slice(0, place) + wrong + code.slice(place + 1);
      expect(parseInvitationCode(typed)).toEqual({
        ok: false,
        error: { type: "invitationCodeCheck" },
      });
    }
  }
});

test("a code that is too short or holds another character says which", () => {
  expect(parseInvitationCode("ABCD")).toEqual({
    ok: false,
    error: { type: "invitationCodeLength", length: 4 },
  });
  expect(parseInvitationCode("U".repeat(17))).toEqual({
    ok: false,
    error: { type: "invitationCodeCharacter", character: "U" },
  });
});
