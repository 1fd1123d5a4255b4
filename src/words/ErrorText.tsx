import { useTranslation } from "react-i18next";

/** The text of an error by its type; one that an older version does not know is named as it is. */
export const ErrorText = ({ error }: { readonly error: { readonly type: string } }) => {
  const { t, i18n } = useTranslation("errors");
  if (!i18n.exists(error.type, { ns: "errors" })) return <>{error.type}</>;
  // `errors.${type}` is the one key that is built; the union of all types is checked by a test.
  return <>{t(error.type as "notReached", { ...error })}</>;
};
