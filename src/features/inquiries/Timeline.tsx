import { useTranslation } from "react-i18next";
import { formatInstant } from "#i18n/format.ts";
import type { InquiryState } from "#storage/inquiryStates.ts";
import { ErrorText } from "./ErrorText.tsx";
import { type InquiryEvent, listEvents } from "./listEvents.ts";

/** What happened, with its times. */
export const Timeline = ({ state }: { readonly state: InquiryState }) => {
  const { t, i18n } = useTranslation("inquiries");
  return (
    <section>
      <h2>{t("record.timeline.title")}</h2>
      <ol className="timeline">
        {listEvents(state).map((event) => (
          <li key={event.type}>
            <time dateTime={event.at}>{formatInstant(event.at, i18n.language)}</time>
            <span>
              <EventText event={event} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
};

const EventText = ({ event }: { readonly event: InquiryEvent }) => {
  const { t } = useTranslation("inquiries");
  switch (event.type) {
    case "created":
      return t("timeline.created.message");
    case "queued":
      return t("timeline.queued.message");
    case "tried":
      return (
        <>
          {t("timeline.tried.message", { count: event.tries })}: <ErrorText error={event.failure} />
        </>
      );
    case "trying":
      return t("timeline.trying.message");
    case "paused":
      return t("timeline.paused.message");
    case "refused":
      return (
        <>
          {t("timeline.refused.message")}: <ErrorText error={event.refusal} />
        </>
      );
    case "held":
      return t("timeline.held.message", { number: event.number });
    case "withdrawn":
      return t("timeline.withdrawn.message");
    case "withdrawalHeld":
      return t("timeline.withdrawalHeld.message", { number: event.number });
  }
};
