/**
 * A number in E.164 in groups that can be read out: the calling code (ITU-T E.164), then groups of
 * three and four, as no plan of a country's own is known here.
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
