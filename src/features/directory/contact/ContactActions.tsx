import { useState } from "react";
import { useTranslation } from "react-i18next";
import { formatPhoneNumber } from "#domain/directory/phoneNumber.ts";
import { formatDay } from "#i18n/format.ts";
import { Button } from "#ui/controls/Button.tsx";
import { ButtonLink } from "#ui/controls/ButtonLink.tsx";
import { CopyButton } from "#ui/controls/CopyButton.tsx";
import { deskHints, deskTitles } from "#words/deskWords.ts";
import type { ContactEntryProps } from "./ContactEntry.tsx";

/** What else can be done with a contact than calling it. */
export const ContactActions = (props: ContactEntryProps) => {
  const { contact, state, stateName, desk, issuedAt } = props;
  const { t, i18n } = useTranslation("directory");
  const [said, setSaid] = useState("");
  const { office, institution, phones, emails, confirmedBy, confirmedOn, expiresOn } = contact;
  const name = `${stateName} – ${t(deskTitles[desk])}`;
  const text = [`${name}, ${t(deskHints[desk])}`, office, institution]
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
        copied={t("contact.copied.message")}
        failed={t("contact.copyFailed.message")}
      />
      <Button tone="quiet" onClick={() => void handleSave()}>
        {t("contact.save.action")}
      </Button>
      <ButtonLink tone="quiet" href={`#/directory/${state}/correction/${contact.id}`}>
        {t("contact.wrong.action")}
      </ButtonLink>
      <span role="status" className="copy-said">
        {said}
      </span>
    </div>
  );
};
