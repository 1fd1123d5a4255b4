import { useTranslation } from "react-i18next";
import { inquiriesHref } from "#features/inquiries/inquiryHref.ts";
import { Notice } from "#ui/signs/Notice.tsx";
import { PageHeading } from "#ui/signs/PageHeading.tsx";
import { ErrorText } from "#words/ErrorText.tsx";

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
