import { err, ok, type Result } from "#domain/result.ts";

/** Crockford's base 32: no I, L, O, U, so that a code can be read aloud and typed. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** 16 characters (80 bits) and a check character, upper case, no dashes. */
export type InvitationCode = string & { readonly __brand: "InvitationCode" };

export type InvitationCodeError =
  | { readonly type: "invitationCodeLength"; readonly length: number }
  | { readonly type: "invitationCodeCharacter"; readonly character: string }
  | { readonly type: "invitationCodeCheck" };

/** Reads a code as people type it: any case, spaces and dashes, O for 0, I and L for 1. */
export const parseInvitationCode = (typed: string): Result<InvitationCode, InvitationCodeError> => {
  const code = typed
    .toUpperCase()
    .replace(/[\s–—-]/g, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
  for (const character of code) {
    if (!alphabet.includes(character)) return err({ type: "invitationCodeCharacter", character });
  }
  if (code.length !== 17) return err({ type: "invitationCodeLength", length: code.length });
  if (checkCharacter(code.slice(0, 16)) !== code[16]) return err({ type: "invitationCodeCheck" });
  return ok(code as InvitationCode);
};

/** Makes a code of 16 random values from 0 to 31. */
export const createInvitationCode = (values: readonly number[]): InvitationCode => {
  const body = values.map((value) => alphabet.charAt(value & 31)).join("");
  return (body + checkCharacter(body)) as InvitationCode;
};

/** Formats a code for people: `ABCD-EFGH-JKMN-PQRS-T`. */
export const formatInvitationCode = (code: InvitationCode): string =>
  `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8, 12)}-${code.slice(12, 16)}-${code[16]}`;

/**
 * Computes the check character (Luhn mod 32): it catches every single wrong character and nearly
 * every swap of neighbors.
 */
const checkCharacter = (body: string): string => {
  let sum = 0;
  let factor = 2;
  for (let place = body.length - 1; place >= 0; place -= 1) {
    const addend = alphabet.indexOf(body.charAt(place)) * factor;
    sum += Math.floor(addend / 32) + (addend % 32);
    factor = factor === 2 ? 1 : 2;
  }
  return alphabet.charAt((32 - (sum % 32)) % 32);
};
