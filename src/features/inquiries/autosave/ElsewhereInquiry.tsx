import { useTranslation } from "react-i18next";
import { inquiriesHref } from "#features/inquiries/inquiryHref.ts";
import { Button } from "#ui/controls/Button.tsx";
import { Notice } from "#ui/signs/Notice.tsx";
import { PageHeading } from "#ui/signs/PageHeading.tsx";

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
