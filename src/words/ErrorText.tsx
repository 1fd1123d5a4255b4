import { useTranslation } from "react-i18next";
import { Callout } from "#ui/signs/Callout.tsx";
import { sayError } from "./sayError.ts";

type ErrorTextProps = { readonly error: { readonly type: string } };

/** The text of an error by its type. */
export const ErrorText = ({ error }: ErrorTextProps) => {
  const { i18n } = useTranslation("errors");
  return <>{sayError(i18n, error)}</>;
};

type ActionFailureProps = {
  readonly error: { readonly type: string } | null;
  readonly title?: string;
};

/** Shows why an action failed. */
export const ActionFailure = ({ error, title }: ActionFailureProps) => {
  const { t } = useTranslation("sentences");
  return error ? (
    <Callout tone="danger" title={title ?? t("failure.action.title")} announce>
      <p>
        <ErrorText error={error} />
      </p>
    </Callout>
  ) : null;
};

/** Shows a failed read, which must not look like empty data; nothing may be written after it. */
export const ReadFailure = ({ error }: ErrorTextProps) => {
  const { t } = useTranslation("sentences");
  return (
    <Callout tone="danger" title={t("failure.read.title")} announce>
      <p>
        <ErrorText error={error} />
      </p>
      <p>{t("failure.read.message")}</p>
    </Callout>
  );
};
