import { useTranslation } from "react-i18next";
import type { ThreadId } from "#domain/envelope.ts";
import { Waiting } from "#ui/Waiting.tsx";
import { EngageView } from "./EngageView.tsx";
import { NotFoundInquiry } from "./NotFoundInquiry.tsx";
import { ReadFailure } from "./ReadFailure.tsx";
import { ToThread } from "./ToThread.tsx";
import { useThread } from "./useThread.ts";

/** The inquiry as those who are engaged at home may have it. */
export const EngageScreen = ({ id }: { readonly id: ThreadId }) => {
  const { t } = useTranslation("inquiries");
  const thread = useThread(id);
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
        <EngageView id={id} content={inquiry.content} />
      ) : (
        <ToThread id={id} />
      );
    }
  }
};
