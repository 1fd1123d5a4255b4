import { useTranslation } from "react-i18next";
import { Notice } from "#ui/signs/Notice.tsx";
import { ErrorText } from "./ErrorText.tsx";

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
