import { useTranslation } from "react-i18next";
import { PageHeading } from "#ui/PageHeading.tsx";
import { inquiriesHref } from "./inquiryHref.ts";

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
