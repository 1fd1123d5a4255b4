import { useTranslation } from "react-i18next";
import { inquiriesHref } from "#features/inquiries/inquiryHref.ts";
import { PageHeading } from "#ui/signs/PageHeading.tsx";

/** This device keeps no inquiry under that address. */
export const NotFoundInquiry = () => {
  const { t } = useTranslation("inquiries");
  return (
    <>
      <PageHeading
        title={t("record.notFound.title")}
        back={{ href: inquiriesHref, label: t("editor.list.action") }}
      />
      <p>{t("record.notFound.message")}</p>
    </>
  );
};
