import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Contact, contactFreshness } from "#domain/directory/contact.ts";
import { officeHours } from "#domain/directory/officeHours.ts";
import { instantToDay, msToInstant } from "#domain/instant.ts";
import { formatLanguageName, formatList } from "#i18n/format.ts";
import { ButtonLink } from "#ui/controls/Button.tsx";
import { FreshnessWord, HoursWord } from "#words/contactWords.tsx";
import "./ContactCard.css";

/** One contact from the directory: who and how, whether it is open now, and how reliable it is. */
export const ContactCard = ({ contact }: { readonly contact: Contact }) => {
  const { t, i18n } = useTranslation("inquiries");
  const [now] = useState(() => msToInstant(Date.now()));
  const freshness = contactFreshness(contact, instantToDay(now));
  const hours = officeHours(contact.hours, contact.zone, now);
  const languages = contact.languages.map((code) => formatLanguageName(code, i18n.language));
  return (
    <div className="contact-card">
      <p className="contact-card-office">{contact.person ?? contact.office}</p>
      <p>
        {contact.person ? `${contact.office}, ` : ""}
        {contact.institution}
      </p>
      <FreshnessWord freshness={freshness} />
      <HoursWord hours={hours} />
      {languages.length > 0 && (
        <p>{t("contact.languages.label", { languages: formatList(languages, i18n.language) })}</p>
      )}
      <div className="button-row">
        {contact.phones.map((phone) => (
          <ButtonLink key={phone} href={`tel:${phone}`}>
            {t("contact.call.action", { phone })}
          </ButtonLink>
        ))}
      </div>
      {contact.emails.map((email) => (
        <p key={email}>{t("contact.email.label", { email })}</p>
      ))}
    </div>
  );
};
