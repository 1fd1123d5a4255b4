import type { Language } from "#domain/language.ts";

/** Loads the 2,048 BIP 39 words of a language, composed (NFC); each list is its own chunk. */
export const loadWords = async (language: Language): Promise<readonly string[]> => {
  const { wordlist } = await loadList(language);
  return wordlist.map((word) => word.normalize("NFC"));
};

const loadList = (language: Language): Promise<{ readonly wordlist: readonly string[] }> => {
  switch (language) {
    case "en":
      return import("@scure/bip39/wordlists/english.js");
    case "es":
      return import("@scure/bip39/wordlists/spanish.js");
    case "fr":
      return import("@scure/bip39/wordlists/french.js");
    case "pt":
      return import("@scure/bip39/wordlists/portuguese.js");
  }
};
