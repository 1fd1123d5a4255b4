import type { Plugin } from "vite";

/**
 * The most common of the leaked passwords: 3,500 have eight characters or more (OWASP's ASVS wants
 * 3,000). All 49,000 would add 160 KiB to each device, and half a second on a slow phone.
 */
export const commonPasswords = (): Plugin => ({
  name: "enlace-common-passwords",
  resolveId: (id) => (id === "virtual:common-passwords" ? `\0${id}` : undefined),
  load: async (id) => {
    if (id !== "\0virtual:common-passwords") return undefined;
    const { dictionary } = await import("@zxcvbn-ts/language-common");
    const front = dictionary["passwords-common"].slice(0, 10_000).join(" ");
    return `export const leakedPasswords = ${JSON.stringify(front)}.split(" ");`;
  },
});
