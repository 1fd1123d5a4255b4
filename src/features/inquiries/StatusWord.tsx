import { useTranslation } from "react-i18next";
import type { InquiryStatus, SendingStatus } from "#domain/inquiryStatus.ts";
import { type StateShape, StateWord } from "#ui/StateWord.tsx";

/** Where an inquiry stands, by word and shape. */
export const StatusWord = ({ status }: { readonly status: InquiryStatus }) => {
  const { t } = useTranslation("inquiries");
  switch (status.type) {
    case "draft":
      return <StateWord shape="ring">{t("status.draft.label")}</StateWord>;
    case "withdrawn":
      return <StateWord shape="cross">{t("status.withdrawn.label")}</StateWord>;
    case "sending":
      return <SendingWord sending={status.sending} />;
  }
};

/** Where something that was queued stands. */
export const SendingWord = ({ sending }: { readonly sending: SendingStatus }) => {
  const { t } = useTranslation("inquiries");
  const { key, shape, tone } = words[sending.type];
  return (
    <StateWord shape={shape} tone={tone}>
      {t(key)}
    </StateWord>
  );
};

type Word = { key: string; shape: StateShape; tone: "plain" | "good" | "caution" | "danger" };

const words = {
  queued: { key: "status.queued.label", shape: "clock", tone: "plain" },
  onItsWay: { key: "status.onItsWay.label", shape: "half", tone: "plain" },
  waiting: { key: "status.waiting.label", shape: "clock", tone: "plain" },
  paused: { key: "status.paused.label", shape: "half", tone: "caution" },
  needsAttention: { key: "status.needsAttention.label", shape: "cross", tone: "danger" },
  held: { key: "status.held.label", shape: "tick", tone: "good" },
  lost: { key: "status.lost.label", shape: "cross", tone: "danger" },
} as const satisfies Record<SendingStatus["type"], Word>;
