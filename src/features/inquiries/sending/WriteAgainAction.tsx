import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ThreadId } from "#domain/envelope/envelope.ts";
import type { InquiryDraft } from "#domain/inquiry/inquiryDraft.ts";
import { msToInstant } from "#domain/instant.ts";
import { inquiryHref } from "#features/inquiries/inquiryRoute.ts";
import type { SaveError } from "#sealing/records/privateRecords.ts";
import { useSealing } from "#sealing/vault/useSealing.ts";
import { navigateTo } from "#ui/browser/useHashLocation.ts";
import { Button } from "#ui/controls/Button.tsx";
import { ActionFailure } from "#words/ErrorText.tsx";
import { copyInquiry } from "./beginInquiry.ts";

/** What was asked, as a new draft. */
export const WriteAgainAction = ({ draft }: { readonly draft: InquiryDraft }) => {
  const { t } = useTranslation("inquiries");
  const deps = useSealing();
  const [failure, setFailure] = useState<SaveError | null>(null);
  const handleWriteAgain = async (): Promise<void> => {
    const id = crypto.randomUUID() as ThreadId;
    const copied = await copyInquiry(deps, id, draft, msToInstant(Date.now()));
    if (copied.ok) navigateTo(inquiryHref(copied.value).slice(1));
    else setFailure(copied.error);
  };
  return (
    <>
      <Button onClick={() => void handleWriteAgain()}>{t("actions.writeAgain.action")}</Button>
      <ActionFailure error={failure} />
    </>
  );
};
