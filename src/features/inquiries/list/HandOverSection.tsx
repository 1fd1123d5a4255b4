import { useState } from "react";
import { useTranslation } from "react-i18next";
import { deskToId } from "#domain/desk.ts";
import type { Enrolment } from "#domain/device/profile.ts";
import type { ThreadId } from "#domain/envelope/envelope.ts";
import type { Instant } from "#domain/instant.ts";
import type { ThreadSummary } from "#domain/thread/threadSummary.ts";
import { type DeskDevice, listRecipients } from "#domain/trust/deskDevices.ts";
import { useDesks } from "#features/inquiries/desks/useDesks.ts";
import { formatNumber } from "#i18n/format.ts";
import { type HandedOver, handOver } from "#sealing/outgoing/handOver.ts";
import type { QueueLetterError } from "#sealing/outgoing/queueLetter.ts";
import { useSealing } from "#sealing/vault/useSealing.ts";
import { type HandOverRows, listHandOverRows } from "#storage/threads/threadRows.ts";
import { useLive } from "#storage/useLive.ts";
import { useSync } from "#sync/useSync.ts";
import { Button } from "#ui/controls/Button.tsx";
import { Callout } from "#ui/signs/Callout.tsx";
import { ActionFailure } from "#words/ErrorText.tsx";
import { sayDesk } from "#words/sayDesk.ts";
import type { ListGroup } from "./planThreadList.ts";

type HandOverSectionProps = { readonly groups: readonly ListGroup[] };

/** Hands the desk's open threads over to colleagues' devices that joined later, with one tap. */
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
        <Callout
          key={`${plan.desk.state} ${plan.desk.desk}`}
          tone="plain"
          title={t("handOver.offer.title", {
            count: plan.deviceCount,
            formatted: format(plan.deviceCount),
          })}
        >
          <p>{t("handOver.offer.message", { desk: sayDesk(i18n, plan.desk) })}</p>
          <Button onClick={() => void handleHandOver(plan)}>{t("handOver.do.action")}</Button>
        </Callout>
      ))}
      {handed && (
        <Callout tone="good">
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
        </Callout>
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

type HandOverPlan = {
  readonly desk: Enrolment["desk"];
  /** The number of the desk's devices that joined after some letter of these threads was sealed. */
  readonly deviceCount: number;
  readonly threads: readonly ThreadId[];
};

type HeldLetter = ThreadSummary["held"][number];

/**
 * Plans handovers of open threads that devices of one's own desk can't read because they joined
 * later. This device knows to which devices it sealed its own letters; of all others, a device can
 * read what was held after it enrolled. Its clock may be wrong, but this only suggests, and handing
 * over twice does no harm.
 */
export const planHandOvers = (
  { sent, handovers }: HandOverRows,
  open: readonly ThreadSummary[],
  enrolments: readonly Enrolment[],
  devices: readonly DeskDevice[],
): readonly HandOverPlan[] => {
  const sentById = new Map(sent.map((row) => [row.envelopeId, row]));
  const handed = sent.filter(({ kind }) => kind === "handover");
  // A letter not yet held will come by the feed, or is sealed again before it is sent.
  const hasLetter = ({ keys }: DeskDevice, { id, at: heldAt }: HeldLetter): boolean => {
    const own = sentById.get(id);
    if (own ? own.sealedTo.includes(keys.device) : heldAt >= keys.enrolledAt) return true;
    const isSince = (at: Instant): boolean => at >= heldAt;
    return (
      handed.some((row) => row.sealedTo.includes(keys.device) && isSince(row.queuedAt)) ||
      handovers.some((row) => row.receipt.heldAt >= keys.enrolledAt && isSince(row.receipt.heldAt))
    );
  };
  return enrolments
    .filter(({ role }) => role === "desk")
    .flatMap(({ desk, device: own }) => {
      const threads = open.filter((record) => record.desk === deskToId(desk));
      const others = listRecipients(devices, desk).filter(({ keys }) => keys.device !== own);
      const lacking = others.map((other) =>
        threads.filter((record) => record.held.some((letter) => !hasLetter(other, letter))),
      );
      const wanted = new Set(lacking.flat().map(({ id }) => id));
      const deviceCount = lacking.filter((lacked) => lacked.length > 0).length;
      return deviceCount > 0 ? [{ desk, deviceCount, threads: [...wanted] }] : [];
    });
};

/** Lists the threads of the list that are neither closed nor withdrawn. */
export const listOpenThreads = (groups: readonly ListGroup[]): readonly ThreadSummary[] =>
  groups
    .flatMap(({ rows }) => rows)
    .flatMap((row) => {
      if (row.type !== "thread") return [];
      const { state } = row.summary;
      return state === "closed" || state === "withdrawn" ? [] : [row.summary];
    });
