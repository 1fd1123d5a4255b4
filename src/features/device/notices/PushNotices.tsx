import { useTranslation } from "react-i18next";
import { Button, ButtonLink } from "#ui/controls/Button.tsx";
import { Sign } from "#ui/signs/Sign.tsx";
import { ErrorText } from "#words/ErrorText.tsx";
import { type PushState, planPushState } from "./browserPush.ts";
import type { NoticeDesk } from "./noticeDesks.ts";
import type { Notices } from "./useNotices.ts";

type PushNoticesProps = { readonly desks: readonly NoticeDesk[]; readonly notices: Notices };

/** Asks for permission only when the person taps. */
export const PushNotices = ({ desks, notices }: PushNoticesProps) => {
  const { t } = useTranslation("device");
  const { browser, offer, isWorking, turnOn, turnOff } = notices;
  const state = planPushState({ browser, offer, desks });
  return (
    <section aria-labelledby="push-notices-title">
      <h2 id="push-notices-title">{t("pushNotice.section.title")}</h2>
      <p role="status">
        {isWorking ? (
          <Sign shape="half">{t("pushNotice.changing.message")}</Sign>
        ) : (
          <PushSign state={state} />
        )}
      </p>
      {state.type === "unknown" && (
        <p>
          <ErrorText error={state.error} />
        </p>
      )}
      {state.type === "denied" && <p>{t("pushNotice.denied.hint")}</p>}
      {state.type === "needsHomeScreen" && (
        <ButtonLink href="#/more/install">{t("more.install.action")}</ButtonLink>
      )}
      {state.type === "off" && (
        <>
          <p>{t("pushNotice.service.hint")}</p>
          <p>{t("pushNotice.ask.hint")}</p>
          <Button aria-disabled={isWorking} onClick={() => turnOn(desks, state.key)}>
            {t("pushNotice.turnOn.action")}
          </Button>
        </>
      )}
      {state.type === "on" && (
        <>
          <p>{t("pushNotice.service.hint")}</p>
          <Button aria-disabled={isWorking} onClick={() => turnOff(desks)}>
            {t("pushNotice.turnOff.action")}
          </Button>
        </>
      )}
    </section>
  );
};

/** Shows whether this device shows notifications, and why not. */
const PushSign = ({ state }: { readonly state: PushState }) => {
  const { t } = useTranslation("device");
  switch (state.type) {
    case "reading":
      return <Sign shape="half">{t("pushNotice.reading.message")}</Sign>;
    case "on":
      return (
        <Sign shape="tick" tone="good">
          {t("pushNotice.on.message")}
        </Sign>
      );
    case "off":
      return <Sign shape="ring">{t("pushNotice.off.message")}</Sign>;
    case "missing":
      return <Sign shape="ring">{t("pushNotice.missing.message")}</Sign>;
    case "needsHomeScreen":
      return <Sign shape="ring">{t("pushNotice.needsHomeScreen.message")}</Sign>;
    case "denied":
      return (
        <Sign shape="cross" tone="caution">
          {t("pushNotice.denied.message")}
        </Sign>
      );
    case "notOffered":
      return <Sign shape="ring">{t("pushNotice.notOffered.message")}</Sign>;
    case "unknown":
      return (
        <Sign shape="half" tone="caution">
          {t("pushNotice.unknown.message")}
        </Sign>
      );
  }
};
