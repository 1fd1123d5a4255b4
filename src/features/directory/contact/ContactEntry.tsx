import { useTranslation } from "react-i18next";
import type { DeskKind, StateCode } from "#domain/desk.ts";
import type { Contact, ContactFreshness } from "#domain/directory/contact.ts";
import { officeHours } from "#domain/directory/officeHours.ts";
import type { Instant } from "#domain/instant.ts";
import { formatLanguageNames } from "#i18n/format.ts";
import { FreshnessLine, formatHours, HoursLine } from "#words/contactWords.tsx";
import { CallLink } from "./CallLink.tsx";
import { ContactActions } from "./ContactActions.tsx";
import "./ContactEntry.css";

export type ContactEntryProps = {
  readonly contact: Contact;
  readonly freshness: ContactFreshness;
  readonly state: StateCode;
  readonly stateName: string;
  readonly desk: DeskKind;
  readonly now: Instant;
  readonly issuedAt: Instant;
  /** The one that a person at a gate wants: its number is the biggest thing on the screen. */
  readonly isFirst: boolean;
};

export const ContactEntry = (props: ContactEntryProps) => {
  const { contact, freshness, now, isFirst } = props;
  const { t, i18n } = useTranslation("directory");
  const { office, institution, person, phones, emails, languages, zone, hours } = contact;
  const isReliable = freshness.type === "fresh" || freshness.type === "expiresSoon";
  const big = isReliable ? "big" : "bigDoubtful";
  // What is doubtful about a number is said before the number.
  const freshnessLine = <FreshnessLine freshness={freshness} confirmedBy={contact.confirmedBy} />;
  const week = formatHours(hours, i18n.language);
  return (
    <div className={isFirst ? "contact contact-first" : "contact"}>
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
            <dt>{t("contact.languages.label")}</dt>
            <dd>{formatLanguageNames(languages, i18n.language)}</dd>
          </div>
        )}
        {week !== "" && (
          <div>
            <dt>{t("contact.hours.label")}</dt>
            <dd>{t("contact.hours.message", { week, zone })}</dd>
          </div>
        )}
      </dl>
      <ContactActions {...props} />
    </div>
  );
};
