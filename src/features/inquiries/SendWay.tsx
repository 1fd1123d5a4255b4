import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isSameDesk } from "#domain/desk.ts";
import type { InquiryRecord } from "#domain/inquiryRecord.ts";
import { msToInstant } from "#domain/instant.ts";
import { parseInquiryDraft } from "#domain/parseInquiryDraft.ts";
import type { Enrolment } from "#domain/profile.ts";
import { useDatabase } from "#storage/useDatabase.ts";
import { type QueueError, useSync } from "#sync/useSync.ts";
import { Button } from "#ui/Button.tsx";
import { ActionFailure } from "./ActionFailure.tsx";
import { canSendWhenClosed } from "./canSendWhenClosed.ts";
import { WaySection } from "./WaySection.tsx";
import { WhileClosed } from "./WhileClosed.tsx";

type SendWayProps = {
  readonly record: InquiryRecord;
  readonly enrolments: readonly Enrolment[];
  readonly isComplete: boolean;
  /** What was typed last is on the disk before the inquiry is queued. */
  readonly onBeforeQueue: () => Promise<void>;
};

/** Through the endpoint, or why not and what to do about it. */
export const SendWay = ({ record, enrolments, isComplete, onBeforeQueue }: SendWayProps) => {
  const { t } = useTranslation("inquiries");
  const { queueInquiry } = useSync();
  const [failure, setFailure] = useState<QueueError | null>(null);
  const obstacle = useObstacle(record, enrolments);
  const handleSend = async (): Promise<void> => {
    await onBeforeQueue();
    const content = parseInquiryDraft(record.draft, msToInstant(Date.now()));
    if (!content.ok) return;
    const queued = await queueInquiry(record.id, content.value);
    setFailure(queued.ok ? null : queued.error);
  };
  return (
    <WaySection title={t("sendWay.endpoint.title")}>
      {obstacle ? (
        <p>{t(obstacleKeys[obstacle])}</p>
      ) : (
        <>
          <p>{t("sendWay.endpoint.message")}</p>
          <p>
            <WhileClosed whileClosed={canSendWhenClosed() ? "goesByItself" : "goesWhenOpened"} />
          </p>
        </>
      )}
      {obstacle === "notEnrolled" && (
        <p>
          <a href="#/enrol">{t("senderStep.enrol.action")}</a>
        </p>
      )}
      {!obstacle && !isComplete && <p>{t("sendWay.incomplete.message")}</p>}
      {!obstacle && isComplete && (
        <Button tone="primary" onClick={() => void handleSend()}>
          {t("sendWay.queue.action")}
        </Button>
      )}
      <ActionFailure error={failure} title={t("sendWay.failed.title")} />
    </WaySection>
  );
};

const obstacleKeys = {
  notLasting: "sendWay.notLasting.message",
  noEndpoint: "sendWay.noEndpoint.message",
  notEnrolled: "sendWay.notEnrolled.message",
} as const;

const useObstacle = (
  { draft }: InquiryRecord,
  enrolments: readonly Enrolment[],
): keyof typeof obstacleKeys | undefined => {
  const { lasting } = useDatabase();
  const { endpointUrl } = useSync();
  if (endpointUrl === null) return "noEndpoint";
  if (!lasting) return "notLasting";
  const { from } = draft;
  const isEnrolled = enrolments.some(
    ({ role, desk }) => role === "desk" && from !== undefined && isSameDesk(desk, from),
  );
  return isEnrolled ? undefined : "notEnrolled";
};
