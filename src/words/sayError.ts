import type { useTranslation } from "react-i18next";

/** The parts of `useTranslation`'s `i18n` needed to write in the reader's language. */
export type I18n = Pick<
  ReturnType<typeof useTranslation>["i18n"],
  "exists" | "getFixedT" | "language"
>;

/**
 * Says an error in the reader's language. An unknown type, from a newer endpoint, another tab or an
 * older row, is described as unknown: nobody is shown an internal identifier.
 */
export const sayError = (i18n: I18n, error: { readonly type: string }): string => {
  const t = i18n.getFixedT(i18n.language, "errors");
  const isKnown = i18n.exists(error.type, { ns: "errors" });
  // The type is not from a closed union here: a test checks that each type has its text.
  return t(isKnown ? (error.type as "unknown") : "unknown", { ...error });
};
