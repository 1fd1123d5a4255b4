import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { ThreadId } from "#domain/envelope/envelope.ts";
import type { ThreadPlace } from "#domain/thread/thread.ts";
import { inquiriesHref, inquiryHref, threadHref } from "#features/inquiries/inquiryRoute.ts";
import { navigateTo } from "#ui/browser/useHashLocation.ts";
import { PageHeading } from "#ui/signs/PageHeading.tsx";

/** Redirects to a thread; the browser's Back does not return here. */
export const ToThread = ({ place }: { readonly place: ThreadPlace }) => {
  const href = threadHref(place);
  useEffect(() => navigateTo(href.slice(1), { replace: true }), [href]);
  return null;
};

/** Says that this device has no inquiry at that address. */
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

/** Redirects to the draft of a withdrawn inquiry; the browser's Back does not return here. */
export const ToDraft = ({ id }: { readonly id: ThreadId }) => {
  useEffect(() => navigateTo(inquiryHref(id).slice(1), { replace: true }), [id]);
  return null;
};
