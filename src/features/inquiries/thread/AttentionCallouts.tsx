import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Result } from "#domain/result.ts";
import type { ThreadAttention } from "#domain/thread/threadAttention.ts";
import type { ThreadPlan } from "#features/inquiries/opened/planThread.ts";
import { SendAgainAction } from "#features/inquiries/sending/SendAgainAction.tsx";
import { TakeBackAction } from "#features/inquiries/sending/TakeBackAction.tsx";
import { sealAgain } from "#sealing/outgoing/sendAgain.ts";
import { useSealing } from "#sealing/vault/useSealing.ts";
import { tryStorage } from "#storage/storageError.ts";
import { useSync } from "#sync/useSync.ts";
import { Button } from "#ui/controls/Button.tsx";
import { Callout } from "#ui/signs/Callout.tsx";
import { ActionFailure, ErrorText } from "#words/ErrorText.tsx";
import { TroubledCallout } from "./TroubledScreen.tsx";

/** Callouts for everything a person should look at: what it means and what can be done about it. */
export const AttentionCallouts = ({ plan }: { readonly plan: ThreadPlan }) => {
  const { status, troubled } = plan;
  return (
    <div role="status">
      {status.needsAttention.map((attention) => (
        <AttentionCallout key={toKey(attention)} attention={attention} plan={plan} />
      ))}
      {troubled.map((arrived) => (
        <TroubledCallout key={arrived.position} arrived={arrived} />
      ))}
      {status.state.type === "withoutInquiry" && <WithoutInquiry />}
    </div>
  );
};

const toKey = (attention: ThreadAttention): string =>
  attention.type === "unseenByCloser" ? attention.type : `${attention.type} ${attention.envelope}`;

type AttentionCalloutProps = {
  readonly attention: ThreadAttention;
  readonly plan: ThreadPlan;
};

const AttentionCallout = ({ attention, plan }: AttentionCalloutProps) => {
  const { t } = useTranslation(["inquiries", "sentences"]);
  switch (attention.type) {
    case "refused": {
      const { refusal, kind } = attention;
      const stop = toStop(refusal.type);
      const letter = t(`sentences:letter.${kind}.title`);
      return (
        <Callout tone="danger" title={t("attention.refused.title", { letter })}>
          <p>
            <ErrorText error={refusal} />{" "}
            {refusal.httpStatus !== null && (
              <span className="quiet">
                {t("sending.httpStatus.label", { status: refusal.httpStatus })}
              </span>
            )}
          </p>
          <p>{t(`attention.${stop}.message`)}</p>
          <RefusedActions attention={attention} stop={stop} plan={plan} />
        </Callout>
      );
    }
    case "recipientsGone":
      return (
        <Callout
          tone="danger"
          title={t("attention.gone.title", {
            letter: t(`sentences:letter.${attention.kind}.title`),
          })}
        >
          <p>{t("attention.gone.message")}</p>
          <SendAgainAction thread={plan.record} envelope={attention.envelope} />
        </Callout>
      );
    case "lost":
      return (
        <Callout tone="danger" title={t("status.lost.label")}>
          <p>{t("sending.lost.message")}</p>
        </Callout>
      );
    case "unseenByCloser":
      return (
        <Callout tone="caution" title={t("attention.unseen.title")}>
          <p>{t("attention.unseen.message", { count: attention.letters.length })}</p>
        </Callout>
      );
  }
};

/** Shown for letters about an inquiry that this device could not open, or has not received yet. */
const WithoutInquiry = () => {
  const { t } = useTranslation("inquiries");
  return (
    <Callout tone="caution" title={t("status.withoutInquiry.label")}>
      <p>{t("attention.withoutInquiry.message")}</p>
    </Callout>
  );
};

/** Returns why it stopped: what was found before the push (S11), or the endpoint's own answer. */
const toStop = (type: string): Stop =>
  type === "deskLeft" || type === "recipientRevoked" ? type : "refused";

type Stop = "deskLeft" | "recipientRevoked" | "refused";

type RefusedActionsProps = {
  readonly attention: Extract<ThreadAttention, { type: "refused" }>;
  readonly stop: Stop;
  readonly plan: ThreadPlan;
};

/** Tries again as it is, seals it to the devices that are valid today, or takes it back. */
const RefusedActions = ({ attention, stop, plan }: RefusedActionsProps) => {
  const { t } = useTranslation("inquiries");
  const deps = useSealing();
  const { pushSoon, tryNow } = useSync();
  const [failure, setFailure] = useState<{ readonly type: string } | null>(null);
  const { envelope } = attention;
  const finish = (done: Result<unknown, { readonly type: string }>): void => {
    setFailure(done.ok ? null : done.error);
    if (done.ok) pushSoon();
  };
  return (
    <>
      <div className="button-row">
        {stop === "recipientRevoked" ? (
          <Button tone="primary" onClick={() => void sealAgain(deps, envelope).then(finish)}>
            {t("actions.sealAgain.action")}
          </Button>
        ) : (
          <Button onClick={() => void tryStorage(() => tryNow(envelope)).then(finish)}>
            {t("actions.tryNow.action")}
          </Button>
        )}
        <TakeBackAction plan={plan} envelope={envelope} />
      </div>
      <ActionFailure error={failure} />
    </>
  );
};
