import { useState } from "react";
import { useTranslation } from "react-i18next";
import { parseInquiryDraft } from "#domain/inquiry/parseInquiryDraft.ts";
import { msToInstant } from "#domain/instant.ts";
import { useInquiryEditor } from "#features/inquiries/autosave/useAutosave.ts";
import { type ReadyDesks, useObstacle } from "#features/inquiries/desks/useDesks.ts";
import { whileClosedHere } from "#features/inquiries/opened/useThread.ts";
import { WhileClosedText } from "#features/inquiries/sending/SendingDetail.tsx";
import { type QueueInquiryError, queueInquiry } from "#sealing/outgoing/queueInquiry.ts";
import { useSealing } from "#sealing/vault/useSealing.ts";
import { useSync } from "#sync/useSync.ts";
import { Button } from "#ui/controls/Button.tsx";
import { ActionFailure } from "#words/ErrorText.tsx";
import { WaySection } from "./WaySection.tsx";

type SendWayProps = {
  readonly desks: ReadyDesks;
  readonly isComplete: boolean;
};

/** Sends through the endpoint, or explains why it can't and what to do. */
export const SendWay = ({ desks, isComplete }: SendWayProps) => {
  const { t } = useTranslation(["inquiries", "words"]);
  const { record, flush } = useInquiryEditor();
  const deps = useSealing();
  const { pushSoon } = useSync();
  const [failure, setFailure] = useState<QueueInquiryError | null>(null);
  const [isSealing, setIsSealing] = useState(false);
  const { from, to } = record.draft;
  // A reply has no such obstacle: its thread's letters were verified with a registry.
  const noRegistry = desks.devices ? undefined : ("noRegistry" as const);
  const obstacle = useObstacle(desks, from, to) ?? noRegistry;
  const handleSend = async (): Promise<void> => {
    if (isSealing) return;
    setIsSealing(true);
    // Saves what was typed last before the inquiry is queued.
    await flush();
    const content = parseInquiryDraft(record.draft, msToInstant(Date.now()));
    if (!content.ok) return setIsSealing(false);
    const queued = await queueInquiry(deps, record.id, content.value);
    setIsSealing(false);
    if (queued.ok) pushSoon();
    else setFailure(queued.error);
  };
  return (
    <WaySection title={t("sendWay.endpoint.title")}>
      {obstacle ? (
        <p>{t(`sendWay.${obstacle}.message`)}</p>
      ) : (
        <>
          <p>{t("sendWay.endpoint.message")}</p>
          <p>
            <WhileClosedText whileClosed={whileClosedHere()} />
          </p>
        </>
      )}
      {obstacle === "notEnrolled" && (
        <p>
          <a href="#/enrol">{t("words:enrol.device.action")}</a>
        </p>
      )}
      {!obstacle && !isComplete && <p>{t("sendWay.incomplete.message")}</p>}
      {!obstacle && isComplete && (
        <Button tone="primary" aria-disabled={isSealing} onClick={() => void handleSend()}>
          {t("sendWay.queue.action")}
        </Button>
      )}
      <ActionFailure error={failure} title={t("sendWay.failed.title")} />
    </WaySection>
  );
};
