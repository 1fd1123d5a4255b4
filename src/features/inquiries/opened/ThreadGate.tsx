import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Waiting } from "#ui/signs/Waiting.tsx";
import { ReadFailure } from "#words/ErrorText.tsx";
import { NotFoundInquiry } from "./ToThread.tsx";
import type { FoundThread } from "./useThread.ts";

type ReadyThread = Extract<FoundThread, { type: "ready" }>;

type ThreadGateProps = {
  readonly thread: FoundThread;
  /** Shown while the thread is still a draft; without it, the thread is reported as not found. */
  readonly draft?: ReactNode;
  readonly children: (thread: ReadyThread) => ReactNode;
};

/** Shows a screen of one thread, or why it can't be shown. */
export const ThreadGate = ({ thread, draft, children }: ThreadGateProps) => {
  const { t } = useTranslation("inquiries");
  switch (thread.type) {
    case "loading":
      return <Waiting label={t("list.loading.message")} />;
    case "failed":
      return <ReadFailure error={thread.error} />;
    case "draft":
      return draft ?? <NotFoundInquiry />;
    case "none":
      return <NotFoundInquiry />;
    case "ready":
      return children(thread);
  }
};
