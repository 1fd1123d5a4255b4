import { useTranslation } from "react-i18next";
import { Button } from "#ui/Button.tsx";
import { Notice } from "#ui/Notice.tsx";
import { PageHeading } from "#ui/PageHeading.tsx";
import { inquiriesHref } from "./inquiryHref.ts";

/** Another window of this device writes this draft. */
export const ElsewhereInquiry = ({ onTakeHere }: { readonly onTakeHere: () => void }) => {
  const { t } = useTranslation("inquiries");
  return (
    <>
      <PageHeading
        title={t("editor.page.title")}
        back={{ href: inquiriesHref, label: t("editor.list.action") }}
      />
      <Notice tone="caution" title={t("editor.elsewhere.title")} announce>
        <p>{t("editor.elsewhere.message")}</p>
        <Button onClick={onTakeHere}>{t("editor.elsewhere.action")}</Button>
      </Notice>
    </>
  );
};
