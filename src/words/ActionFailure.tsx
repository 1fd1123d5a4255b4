import { useTranslation } from "react-i18next";
import { Notice } from "#ui/signs/Notice.tsx";
import { ErrorText } from "./ErrorText.tsx";

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
