import { useTranslation } from "react-i18next";
import type { ThreadPlace } from "#domain/thread/thread.ts";
import { NotFoundInquiry, ToDraft } from "#features/inquiries/opened/ToThread.tsx";
import { useThread } from "#features/inquiries/opened/useThread.ts";
import { Waiting } from "#ui/signs/Waiting.tsx";
import { ReadFailure } from "#words/ErrorText.tsx";
import { ThreadView } from "./ThreadView.tsx";

/** One exchange between two desks. */
export const ThreadScreen = ({ place }: { readonly place: ThreadPlace }) => {
  const { t } = useTranslation("inquiries");
  const thread = useThread(place);
  switch (thread.type) {
    case "loading":
      return <Waiting label={t("list.loading.message")} />;
    case "failed":
      return <ReadFailure error={thread.error} />;
    case "draft":
      return <ToDraft id={place.id} />;
    case "none":
      return <NotFoundInquiry />;
    case "ready":
      return <ThreadView plan={thread.plan} desks={thread.desks} now={thread.now} />;
  }
};
