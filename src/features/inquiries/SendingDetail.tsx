import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { InquiryStatus, SendingStatus } from "#domain/inquiryStatus.ts";
import { instantToMs } from "#domain/instant.ts";
import { formatRelative } from "#i18n/format.ts";
import { Notice } from "#ui/Notice.tsx";
import { ErrorText } from "./ErrorText.tsx";
import { SendingWord } from "./StatusWord.tsx";
import { WhileClosed } from "./WhileClosed.tsx";

/** Why it is not held yet, and what happens next. */
export const SendingDetail = ({ status }: { readonly status: InquiryStatus }) => {
  const { t } = useTranslation("inquiries");
  switch (status.type) {
    case "draft":
      return null;
    case "sending":
      return <Detail sending={status.sending} />;
    case "withdrawn":
      return (
        <>
          <p>{t("sending.withdrawn.message")}</p>
          <h3>{t("sending.withdrawal.title")}</h3>
          <p>
            <SendingWord sending={status.withdrawal} />
          </p>
          <Detail sending={status.withdrawal} />
        </>
      );
  }
};

const Detail = ({ sending }: { readonly sending: SendingStatus }) => {
  const { t } = useTranslation("inquiries");
  switch (sending.type) {
    case "held":
    case "onItsWay":
      return null;
    case "queued":
      return (
        <p>
          <WhileClosed whileClosed={sending.whileClosed} />
        </p>
      );
    case "waiting":
      return <WaitingDetail sending={sending} />;
    case "paused":
      return (
        <Notice tone="caution">
          <p>{t("sending.paused.message")}</p>
          <p>
            <a href="#/enrol">{t("senderStep.enrol.action")}</a>
          </p>
        </Notice>
      );
    case "needsAttention":
      return (
        <Notice tone="danger">
          <p>{t("sending.needsAttention.message")}</p>
          <p>
            <ErrorText error={sending.refusal} />{" "}
            <span className="quiet">
              {t("sending.httpStatus.label", { status: sending.refusal.httpStatus })}
            </span>
          </p>
        </Notice>
      );
    case "lost":
      return <Notice tone="danger">{t("sending.lost.message")}</Notice>;
  }
};

const WaitingDetail = ({
  sending,
}: {
  readonly sending: Extract<SendingStatus, { type: "waiting" }>;
}) => {
  const { t, i18n } = useTranslation("inquiries");
  const { failure, dueAt, whileClosed } = sending;
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  const inMs = Math.max(0, instantToMs(dueAt) - now);
  return (
    <Notice tone="plain">
      <p>
        <ErrorText error={failure} />
        {"httpStatus" in failure && (
          <span className="quiet">
            {" "}
            {t("sending.httpStatus.label", { status: failure.httpStatus })}
          </span>
        )}
      </p>
      <p>{t("sending.nextTry.message", { when: formatRelative(inMs, i18n.language) })}</p>
      <p>
        <WhileClosed whileClosed={whileClosed} />
      </p>
    </Notice>
  );
};
