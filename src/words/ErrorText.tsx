import { useTranslation } from "react-i18next";
import { Notice } from "#ui/signs/Notice.tsx";
import { sayError } from "./sayError.ts";

/** The text of an error by its type. */
export const ErrorText = ({ error }: { readonly error: { readonly type: string } }) => {
  const { i18n } = useTranslation("errors");
  return <>{sayError(i18n, error)}</>;
};

type ActionFailureProps = {
  readonly error: { readonly type: string } | null;
  readonly title?: string;
};

/** Why something that was asked for was not done. */
export const ActionFailure = ({ error, title }: ActionFailureProps) => {
  const { t } = useTranslation("inquiries");
  return error ? (
    <Notice tone="danger" title={title ?? t("actions.failed.title")} announce>
      <p>
        <ErrorText error={error} />
      </p>
    </Notice>
  ) : null;
};

/** A failed read is never empty data: it is told, and nothing is written after it. */
export const ReadFailure = ({ error }: { readonly error: { readonly type: string } }) => {
  const { t } = useTranslation("inquiries");
  return (
    <Notice tone="danger" title={t("list.failed.title")} announce>
      <p>
        <ErrorText error={error} />
      </p>
      <p>{t("list.failed.message")}</p>
    </Notice>
  );
};
