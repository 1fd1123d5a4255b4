import { useTranslation } from "react-i18next";
import type { DeskKind } from "#domain/desk.ts";
import type { Contact } from "#domain/directory/contact.ts";
import type { Edition } from "#domain/directory/edition.ts";
import { formatPhoneNumber } from "#domain/directory/phoneNumber.ts";
import { planMailto } from "#domain/wording/planMailto.ts";
import { ButtonLink } from "#ui/controls/ButtonLink.tsx";
import { CopyButton } from "#ui/controls/CopyButton.tsx";
import { deskHints, deskTitles } from "#words/deskWords.ts";

type CorrectionMailProps = {
  readonly edition: Edition;
  readonly desk: DeskKind;
  readonly contact: Contact;
  readonly stateName: string;
  readonly faults: readonly string[];
  readonly remark: string;
};

/** A mail to the secretariat, ready in the reader's own mail program, or to be copied. */
export const CorrectionMail = (props: CorrectionMailProps) => {
  const { edition, desk, contact, stateName, faults, remark } = props;
  const { t } = useTranslation("directory");
  const to = edition.secretariat.emails;
  const subject = t("correctionMail.mail.title", { state: stateName, id: contact.id });
  const body = [
    t("correctionMail.opening.message", { number: edition.number }),
    [
      `${stateName} – ${t(deskTitles[desk])} (${t(deskHints[desk])})`,
      `${contact.office}, ${contact.institution}`,
      [...contact.phones.map(formatPhoneNumber), ...contact.emails].join(", "),
      contact.id,
    ].join("\n"),
    faults.map((fault) => `- ${fault}`).join("\n"),
    remark.trim(),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
  const { href } = planMailto({ to, subject, body, continued: t("correctionMail.rest.message") });
  return (
    <div className="button-row">
      <ButtonLink tone="primary" href={href}>
        {t("correctionMail.mail.action")}
      </ButtonLink>
      <CopyButton
        text={`${to.join(", ")}\n${subject}\n\n${body}`}
        label={t("correctionMail.copy.action")}
        copied={t("contact.copied.message")}
        failed={t("contact.copyFailed.message")}
      />
    </div>
  );
};
