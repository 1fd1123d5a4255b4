import { useTranslation } from "react-i18next";
import { Button, ButtonLink } from "#ui/controls/Button.tsx";
import { StateWord } from "#ui/signs/StateWord.tsx";
import { ErrorText } from "#words/ErrorText.tsx";
import { type PushState, planPushState } from "./browserPush.ts";
import type { NoticeDesk } from "./noticeDesks.ts";
import type { Notices } from "./useNotices.ts";

type PushNoticesProps = { readonly desks: readonly NoticeDesk[]; readonly notices: Notices };

/** Asks for permission at the tap, and not before. */
export const PushNotices = ({ desks, notices }: PushNoticesProps) => {
  const { t } = useTranslation("device");
  const { browser, offer, isWorking, turnOn, turnOff } = notices;
  const state = planPushState({ browser, offer, desks });
  return (
    <section aria-labelledby="push-notices-title">
      <h2 id="push-notices-title">{t("pushNotice.section.title")}</h2>
      <p role="status">
        {isWorking ? (
          <StateWord shape="half">{t("pushNotice.changing.message")}</StateWord>
        ) : (
          <PushStateWord state={state} />
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

/** Whether this device gives a sign, and why not. */
const PushStateWord = ({ state }: { readonly state: PushState }) => {
  const { t } = useTranslation("device");
  switch (state.type) {
    case "reading":
      return <StateWord shape="half">{t("pushNotice.reading.message")}</StateWord>;
    case "on":
      return (
        <StateWord shape="tick" tone="good">
          {t("pushNotice.on.message")}
        </StateWord>
      );
    case "off":
      return <StateWord shape="ring">{t("pushNotice.off.message")}</StateWord>;
    case "missing":
      return <StateWord shape="ring">{t("pushNotice.missing.message")}</StateWord>;
    case "needsHomeScreen":
      return <StateWord shape="ring">{t("pushNotice.needsHomeScreen.message")}</StateWord>;
    case "denied":
      return (
        <StateWord shape="cross" tone="caution">
          {t("pushNotice.denied.message")}
        </StateWord>
      );
    case "notOffered":
      return <StateWord shape="ring">{t("pushNotice.notOffered.message")}</StateWord>;
    case "unknown":
      return (
        <StateWord shape="half" tone="caution">
          {t("pushNotice.unknown.message")}
        </StateWord>
      );
  }
};
