import type { useTranslation } from "react-i18next";

/** Speaks the reader's language: what `useTranslation` gives besides `t`. */
export type I18n = Pick<
  ReturnType<typeof useTranslation>["i18n"],
  "exists" | "getFixedT" | "language"
>;

/**
 * An error in the reader's words. One of a type that this version does not know, from a newer endpoint,
 * another tab or an older row, is said to be that: nobody is shown a bare word of the program.
 */
export const sayError = (i18n: I18n, error: { readonly type: string }): string => {
  const t = i18n.getFixedT(i18n.language, "errors");
  const isKnown = i18n.exists(error.type, { ns: "errors" });
  // A type is no value of a closed union here: that each has its text is what a test looks after.
  return t(isKnown ? (error.type as "unknown") : "unknown", { ...error });
};
