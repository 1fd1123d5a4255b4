import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { DeskKind, StateCode } from "#domain/desk.ts";
import type { Contact, ContactFreshness } from "#domain/directory/contact.ts";
import { officeHours } from "#domain/directory/officeHours.ts";
import { formatPhoneNumber } from "#domain/directory/phoneNumber.ts";
import type { Instant } from "#domain/instant.ts";
import { formatDay, formatLanguageNames } from "#i18n/format.ts";
import { Button, ButtonLink } from "#ui/controls/Button.tsx";
import { CopyButton } from "#ui/controls/CopyButton.tsx";
import { FreshnessLine, formatHours, HoursLine } from "#words/contactWords.tsx";
import { CallLink } from "./CallLink.tsx";
import "./ContactEntry.css";

type ContactEntryProps = {
  readonly contact: Contact;
  readonly freshness: ContactFreshness;
  readonly state: StateCode;
  readonly stateName: string;
  readonly desk: DeskKind;
  readonly now: Instant;
  readonly issuedAt: Instant;
  /** The contact a person urgently needs: its number is the biggest thing on the screen. */
  readonly isFirst: boolean;
};

export const ContactEntry = (props: ContactEntryProps) => {
  const { contact, freshness, now, isFirst } = props;
  const { t, i18n } = useTranslation("directory");
  const { office, institution, person, phones, emails, languages, zone, hours } = contact;
  const isReliable = freshness.type === "fresh" || freshness.type === "expiresSoon";
  const big = isReliable ? "big" : "bigDoubtful";
  // Doubts about a number come before the number.
  const freshnessLine = <FreshnessLine freshness={freshness} confirmedBy={contact.confirmedBy} />;
  const week = formatHours(hours, i18n.language);
  return (
    <div className="contact">
      <h3>{office}</h3>
      <HoursLine hours={officeHours(hours, zone, now)} zone={zone} now={now} />
      {!isReliable && freshnessLine}
      <div className="contact-ways">
        {phones.map((phone, index) => (
          <CallLink key={phone} phone={phone} size={isFirst && index === 0 ? big : "plain"} />
        ))}
        {emails.map((email) => (
          <a key={email} className="contact-mail" href={`mailto:${email}`}>
            {email}
          </a>
        ))}
      </div>
      {isReliable && freshnessLine}
      <p className="contact-facts">
        {[institution, person].filter((text) => text !== undefined).join(" · ")}
      </p>
      <dl className="contact-facts">
        {languages.length > 0 && (
          <div>
            <dt>{t("entry.languages.label")}</dt>
            <dd>{formatLanguageNames(languages, i18n.language)}</dd>
          </div>
        )}
        {week !== "" && (
          <div>
            <dt>{t("entry.hours.label")}</dt>
            <dd>{t("contact.hours.message", { week, zone })}</dd>
          </div>
        )}
      </dl>
      <ContactActions {...props} />
    </div>
  );
};

/** The actions on a contact other than calling it. */
const ContactActions = (props: ContactEntryProps) => {
  const { contact, state, stateName, desk, issuedAt } = props;
  const { t, i18n } = useTranslation(["directory", "words", "app"]);
  const [said, setSaid] = useState("");
  const { office, institution, phones, emails, confirmedBy, confirmedOn, expiresOn } = contact;
  const name = `${stateName} – ${t(`words:desk.${desk}.title`)}`;
  const text = [`${name}, ${t(`words:desk.${desk}.hint`)}`, office, institution]
    .concat(phones.map(formatPhoneNumber), emails)
    .join("\n");
  const day = (date: string): string => formatDay(date, i18n.language);
  const note =
    confirmedBy === undefined || confirmedOn === undefined
      ? t("vcard.unconfirmed.message", { until: day(expiresOn) })
      : t("vcard.note.message", { on: day(confirmedOn), by: confirmedBy, until: day(expiresOn) });
  const handleSave = async (): Promise<void> => {
    const { downloadVcard } = await import("./downloadVcard.ts");
    downloadVcard(contact, { name, note }, issuedAt);
    setSaid(t("contact.saved.message"));
  };
  return (
    <div className="contact-actions no-print">
      <CopyButton
        text={text}
        label={t("contact.copy.action")}
        copied={t("app:copy.done.message")}
        failed={t("contact.copyFailed.message")}
      />
      <Button tone="quiet" onClick={() => void handleSave()}>
        {t("contact.save.action")}
      </Button>
      <ButtonLink tone="quiet" href={`#/directory/${state}/correction/${contact.id}`}>
        {t("contact.wrong.action")}
      </ButtonLink>
      <span role="status">{said}</span>
    </div>
  );
};
