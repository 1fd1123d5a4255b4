import { useTranslation } from "react-i18next";
import type { DeskAddress } from "#domain/desk.ts";
import type { StateEntry } from "#domain/directory/edition.ts";
import { planWhomToTry } from "#domain/directory/planWhomToTry.ts";
import { type Instant, instantToDay } from "#domain/instant.ts";
import type { ThreadPlan } from "#features/inquiries/opened/planThread.ts";
import { formatInstant } from "#i18n/format.ts";
import { Callout } from "#ui/signs/Callout.tsx";
import "./NoSignCallout.css";

type NoSignCalloutProps = {
  readonly plan: ThreadPlan;
  readonly entry: StateEntry | undefined;
  readonly other: DeskAddress;
  readonly now: Instant;
};

/** Suggests whom to try next. The procedure sets no deadline, so nobody is blamed. */
export const NoSignCallout = ({ plan, entry, other, now }: NoSignCalloutProps) => {
  const { t, i18n } = useTranslation(["inquiries", "sentences"]);
  const { inquiry } = plan.status;
  const heldAt = inquiry?.kept.receipt?.heldAt;
  if (!inquiry || !heldAt) return null;
  const attempts = entry
    ? planWhomToTry(entry, other.desk, instantToDay(now)).slice(0, mostShown)
    : [];
  return (
    <Callout tone="plain" title={t("noSign.since.title")}>
      <p>
        {t("noSign.since.message", {
          when: formatInstant(heldAt, i18n.language),
          urgency: t(`sentences:urgency.${inquiry.content.urgency}.label`),
        })}
      </p>
      {attempts.length > 0 && <p>{t("noSign.next.message")}</p>}
      <ul className="whom-to-try">
        {attempts.map((attempt) =>
          attempt.type === "contact" ? (
            <li key={attempt.contact.id}>
              {attempt.contact.office}, {attempt.contact.institution}{" "}
              {attempt.contact.phones.slice(0, 1).map((phone) => (
                <a key={phone} href={`tel:${phone}`}>
                  {t("contact.call.action", { phone })}
                </a>
              ))}
            </li>
          ) : (
            <li key="secretariat">{t("noSign.secretariat.label")}</li>
          ),
        )}
      </ul>
      <p>
        <a href={`#/directory/${other.state}`}>{t("contactStep.directory.action")}</a>
      </p>
    </Callout>
  );
};

/** Enough to continue; the directory has the rest. */
const mostShown = 3;
