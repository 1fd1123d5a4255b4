import { useTranslation } from "react-i18next";
import type { ThreadPlace } from "#domain/thread/thread.ts";
import { NotFoundInquiry } from "#features/inquiries/opened/NotFoundInquiry.tsx";
import { ToThread } from "#features/inquiries/opened/ToThread.tsx";
import { useThread } from "#features/inquiries/opened/useThread.ts";
import { Waiting } from "#ui/signs/Waiting.tsx";
import { ReadFailure } from "#words/ErrorText.tsx";
import { EngageView } from "./EngageView.tsx";

/** The inquiry as those who are engaged at home may have it. */
export const EngageScreen = ({ place }: { readonly place: ThreadPlace }) => {
  const { t } = useTranslation("inquiries");
  const thread = useThread(place);
  switch (thread.type) {
    case "loading":
      return <Waiting label={t("list.loading.message")} />;
    case "failed":
      return <ReadFailure error={thread.error} />;
    case "draft":
    case "none":
      return <NotFoundInquiry />;
    case "ready": {
      const { inquiry, side } = thread.plan.status;
      return inquiry && side === "asked" ? (
        <EngageView place={place} content={inquiry.content} />
      ) : (
        <ToThread place={place} />
      );
    }
  }
};
