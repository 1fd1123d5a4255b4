import { useTranslation } from "react-i18next";
import { Notice } from "#ui/Notice.tsx";
import { PageHeading } from "#ui/PageHeading.tsx";
import { ErrorText } from "./ErrorText.tsx";
import { inquiriesHref } from "./inquiryHref.ts";

export const NewInquiryFailure = ({ error }: { readonly error: { readonly type: string } }) => {
  const { t } = useTranslation("inquiries");
  return (
    <>
      <PageHeading
        title={t("editor.page.title")}
        back={{ href: inquiriesHref, label: t("editor.list.action") }}
      />
      <Notice tone="danger" title={t("new.failed.title")} announce>
        <p>
          <ErrorText error={error} />
        </p>
      </Notice>
    </>
  );
};
