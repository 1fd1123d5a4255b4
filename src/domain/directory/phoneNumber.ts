import { err, ok, type Result } from "#domain/result.ts";

/**
 * Converts a telephone number as people type it to E.164, or returns `invalidPhone`. Spaces,
 * parentheses, hyphens, dots and slashes are dropped. It must begin with `+`: thirteen States share
 * calling code 1, so no country is ever guessed; nor is a `(0)`, which is dialed in some countries
 * but not in others.
 */
export const parsePhoneNumber = (typed: string): Result<string, { type: "invalidPhone" }> => {
  const digits = typed.replace(/[\s()./\u00a0\u2010-\u2015-]/g, "");
  const isAmbiguous = /\(\s*0\s*\)/.test(typed);
  if (isAmbiguous || !/^\+[1-9]\d{6,14}$/.test(digits)) return err({ type: "invalidPhone" });
  return ok(digits);
};

/**
 * Formats an E.164 number in groups that can be read aloud: the calling code (ITU-T E.164), then
 * groups of three and four, because no national numbering plans are known here.
 */
export const formatPhoneNumber = (phone: string): string => {
  const code = /^\+(1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})/.exec(phone);
  if (!code) return phone;
  const groups = [code[0]];
  let rest = phone.slice(code[0].length);
  while (rest.length > 4) {
    const length = rest.length % 4 === 0 ? 4 : 3;
    groups.push(rest.slice(0, length));
    rest = rest.slice(length);
  }
  groups.push(rest);
  return groups.filter((group) => group !== "").join(" ");
};
