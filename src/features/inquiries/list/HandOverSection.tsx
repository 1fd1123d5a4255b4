import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useDesks } from "#features/inquiries/desks/useDesks.ts";
import { formatNumber } from "#i18n/format.ts";
import { type HandedOver, handOver } from "#sealing/outgoing/handOver.ts";
import type { QueueLetterError } from "#sealing/outgoing/queueLetter.ts";
import { useSealing } from "#sealing/vault/useSealing.ts";
import { listHandOverRows } from "#storage/threads/handOverRows.ts";
import { useLive } from "#storage/useLive.ts";
import { useSync } from "#sync/useSync.ts";
import { Button } from "#ui/controls/Button.tsx";
import { Notice } from "#ui/signs/Notice.tsx";
import { ActionFailure } from "#words/ErrorText.tsx";
import { sayDesk } from "#words/say.ts";
import { type HandOverPlan, listOpenThreads, planHandOvers } from "./planHandOvers.ts";
import type { ListGroup } from "./planThreadList.ts";

type HandOverSectionProps = { readonly groups: readonly ListGroup[] };

/** Colleagues' devices that joined later get the desk's open threads from here, with one tap. */
export const HandOverSection = ({ groups }: HandOverSectionProps) => {
  const { t, i18n } = useTranslation("inquiries");
  const desks = useDesks();
  const rows = useLive(listHandOverRows, "handovers");
  const { handed, failure, handleHandOver } = useHandOver();
  if (desks.type !== "ready" || !desks.devices || rows.type !== "ready") return null;
  const plans = planHandOvers(rows.value, listOpenThreads(groups), desks.enrolments, desks.devices);
  const format = (count: number): string => formatNumber(count, i18n.language);
  return (
    <div role="status">
      {plans.map((plan) => (
        <Notice
          key={`${plan.desk.state} ${plan.desk.desk}`}
          tone="plain"
          title={t("handOver.offer.title", {
            count: plan.deviceCount,
            formatted: format(plan.deviceCount),
          })}
        >
          <p>{t("handOver.offer.message", { desk: sayDesk(t, i18n.language, plan.desk) })}</p>
          <Button onClick={() => void handleHandOver(plan)}>{t("handOver.do.action")}</Button>
        </Notice>
      ))}
      {handed && (
        <Notice tone="good">
          <p>
            {t("handOver.done.message", {
              count: handed.letters,
              formatted: format(handed.letters),
            })}
          </p>
          {handed.tooLong > 0 && (
            <p>
              {t("handOver.tooLong.message", {
                count: handed.tooLong,
                formatted: format(handed.tooLong),
              })}
            </p>
          )}
        </Notice>
      )}
      <ActionFailure error={failure} />
    </div>
  );
};

const useHandOver = () => {
  const deps = useSealing();
  const { pushSoon } = useSync();
  const [handed, setHanded] = useState<HandedOver | null>(null);
  const [failure, setFailure] = useState<QueueLetterError | null>(null);
  const [isSealing, setIsSealing] = useState(false);
  const handleHandOver = async ({ desk, threads }: HandOverPlan): Promise<void> => {
    if (isSealing) return;
    setIsSealing(true);
    const done = await handOver(deps, desk, threads);
    setIsSealing(false);
    setHanded(done.ok ? done.value : null);
    setFailure(done.ok ? null : done.error);
    if (done.ok) pushSoon();
  };
  return { handed, failure, handleHandOver };
};
