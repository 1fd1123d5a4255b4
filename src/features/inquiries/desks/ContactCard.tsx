import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type Contact,
  type ContactFreshness,
  contactFreshness,
} from "#domain/directory/contact.ts";
import { type OfficeHours, officeHours } from "#domain/directory/officeHours.ts";
import { instantToDay, msToInstant } from "#domain/instant.ts";
import { formatDay, formatLanguageName, formatList } from "#i18n/format.ts";
import { ButtonLink } from "#ui/controls/Button.tsx";
import { type StateShape, StateWord } from "#ui/signs/StateWord.tsx";
import type { InquiriesT } from "#words/say.ts";

/** One contact as the directory lists it: who, how, whether open now, and how far to rely on it. */
export const ContactCard = ({ contact }: { readonly contact: Contact }) => {
  const { t, i18n } = useTranslation("inquiries");
  const [now] = useState(() => msToInstant(Date.now()));
  const freshness = contactFreshness(contact, instantToDay(now));
  const hours = officeHours(contact.hours, contact.zone, now);
  const languages = contact.languages.map((code) => formatLanguageName(code, i18n.language));
  return (
    <div className="contact-card">
      <p className="contact-office">{contact.person ?? contact.office}</p>
      <p>
        {contact.person ? `${contact.office}, ` : ""}
        {contact.institution}
      </p>
      <p>
        <FreshnessWord freshness={freshness} />
      </p>
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

const FreshnessWord = ({ freshness }: { readonly freshness: ContactFreshness }) => {
  const { t, i18n } = useTranslation("inquiries");
  const isGood = freshness.type === "fresh";
  return (
    <StateWord
      shape={isGood ? "tick" : freshness.type === "expired" ? "cross" : "clock"}
      tone={isGood ? "good" : "caution"}
    >
      {sayFreshness(t, freshness, (day) => formatDay(day, i18n.language))}
    </StateWord>
  );
};

const sayFreshness = (
  t: InquiriesT,
  freshness: ContactFreshness,
  format: (day: string) => string,
): string => {
  switch (freshness.type) {
    case "fresh":
    case "expiresSoon":
      return t(freshness.type === "fresh" ? "contact.fresh.label" : "contact.expiresSoon.label", {
        confirmedOn: format(freshness.confirmedOn),
        expiresOn: format(freshness.expiresOn),
      });
    case "unconfirmed":
      return t("contact.unconfirmed.label");
    case "expired":
      return t("contact.expired.label", { expiredOn: format(freshness.expiredOn) });
  }
};

const HoursWord = ({ hours }: { readonly hours: OfficeHours }) => {
  const { t } = useTranslation("inquiries");
  if (hours.type === "zoneUnknown") return null;
  const { key, shape } = hoursWords[hours.type];
  return (
    <p>
      <StateWord shape={shape}>{t(key, { time: hours.local.time })}</StateWord>
    </p>
  );
};

const hoursWords = {
  always: { key: "contact.always.label", shape: "dot" },
  open: { key: "contact.open.label", shape: "dot" },
  closed: { key: "contact.closed.label", shape: "ring" },
  hoursUnknown: { key: "contact.hoursUnknown.label", shape: "half" },
} as const satisfies Record<string, { key: string; shape: StateShape }>;
