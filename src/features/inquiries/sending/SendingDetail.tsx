import { useTranslation } from "react-i18next";
import type { SendingStatus, WhileClosed } from "#domain/envelope/sending.ts";
import { instantToMs } from "#domain/instant.ts";
import { formatRelative } from "#i18n/format.ts";
import { Callout } from "#ui/signs/Callout.tsx";
import { ErrorText } from "#words/ErrorText.tsx";
import { useNow } from "#words/useNow.ts";

/**
 * Explains why a letter is not held yet, and what happens next. Problems have their own callout.
 */
export const SendingDetail = ({ sending }: { readonly sending: SendingStatus }) => {
  const { t } = useTranslation(["inquiries", "words"]);
  switch (sending.type) {
    case "held":
    case "onItsWay":
    case "needsAttention":
    case "lost":
      return null;
    case "queued":
      return (
        <p>
          <WhileClosedText whileClosed={sending.whileClosed} />
        </p>
      );
    case "waiting":
      return <WaitingDetail sending={sending} />;
    case "paused":
      return (
        <Callout tone="caution">
          <p>{t("sending.paused.message")}</p>
          <p>
            <a href="#/enrol">{t("words:enrol.device.action")}</a>
          </p>
        </Callout>
      );
  }
};

type WaitingDetailProps = { readonly sending: Extract<SendingStatus, { type: "waiting" }> };

const WaitingDetail = ({ sending }: WaitingDetailProps) => {
  const { t, i18n } = useTranslation("inquiries");
  const { failure, dueAt, whileClosed } = sending;
  const { now } = useNow();
  const inMs = Math.max(0, instantToMs(dueAt) - instantToMs(now));
  return (
    <Callout tone="plain">
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
        <WhileClosedText whileClosed={whileClosed} />
      </p>
    </Callout>
  );
};

/** Says whether it will be sent while Enlace is closed. */
export const WhileClosedText = ({ whileClosed }: { readonly whileClosed: WhileClosed }) => {
  const { t } = useTranslation("inquiries");
  switch (whileClosed) {
    case "goesByItself":
      return <>{t("sending.goesByItself.message")}</>;
    case "goesWhenOpened":
      return <>{t("sending.goesWhenOpened.message")}</>;
  }
};
