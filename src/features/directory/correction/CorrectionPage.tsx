import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { DeskKind } from "#domain/desk.ts";
import type { Contact } from "#domain/directory/contact.ts";
import type { Edition, StateEntry } from "#domain/directory/edition.ts";
import { formatPhoneNumber } from "#domain/directory/phoneNumber.ts";
import type { ReadableDirectory } from "#domain/directory/readableDirectory.ts";
import { planMailto } from "#domain/wording/planMailto.ts";
import { PrivateContactsLine } from "#features/directory/edition/PrivateContactsLine.tsx";
import { formatStateName } from "#i18n/format.ts";
import { ButtonLink } from "#ui/controls/Button.tsx";
import { CopyButton } from "#ui/controls/CopyButton.tsx";
import { ChoiceField } from "#ui/fields/ChoiceField.tsx";
import { TextAreaField } from "#ui/fields/TextField.tsx";
import { Callout } from "#ui/signs/Callout.tsx";
import { PageHeading } from "#ui/signs/PageHeading.tsx";
import { NoteVerbaleForm } from "./NoteVerbale.tsx";
import "./CorrectionPage.css";

type CorrectionScreenProps = {
  readonly directory: ReadableDirectory;
  readonly state: string;
  readonly contactId: string;
};

export const CorrectionScreen = ({ directory, state, contactId }: CorrectionScreenProps) => {
  const { t } = useTranslation(["correction", "directory"]);
  const { edition, privateReading } = directory;
  const found = findContact(edition, state, contactId);
  if (found) return <CorrectionPage edition={edition} found={found} />;
  return (
    <>
      <PageHeading
        title={t("correction.unknown.title")}
        back={{ href: "#/directory", label: t("directory:page.directory.title") }}
      />
      <Callout tone="plain">
        <p>{t("correction.unknown.message")}</p>
      </Callout>
      <PrivateContactsLine privateReading={privateReading} />
    </>
  );
};

type CorrectionMailProps = {
  readonly edition: Edition;
  readonly desk: DeskKind;
  readonly contact: Contact;
  readonly stateName: string;
  readonly faults: readonly string[];
  readonly remark: string;
};

/** An e-mail to the secretariat, to open in the reader's own mail program or to copy. */
const CorrectionMail = (props: CorrectionMailProps) => {
  const { edition, desk, contact, stateName, faults, remark } = props;
  const { t } = useTranslation(["correction", "directory", "words", "app"]);
  const to = edition.secretariat.emails;
  const subject = t("correctionMail.mail.title", { state: stateName, id: contact.id });
  const body = [
    t("correctionMail.opening.message", { number: edition.number }),
    [
      `${stateName} – ${t(`words:desk.${desk}.title`)} (${t(`words:desk.${desk}.hint`)})`,
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
        copied={t("app:copy.done.message")}
        failed={t("directory:contact.copyFailed.message")}
      />
    </div>
  );
};

type CorrectionPageProps = { readonly edition: Edition; readonly found: FoundContact };

const faults = ["noAnswer", "wrongNumber", "mailReturned", "moved", "other"] as const;

type Fault = (typeof faults)[number];

/** Explains what anyone can do about a wrong entry, and what only the State itself can do. */
const CorrectionPage = ({ edition, found }: CorrectionPageProps) => {
  const { t, i18n } = useTranslation(["correction", "directory", "words", "app"]);
  const [chosen, setChosen] = useState<readonly Fault[]>([]);
  const [remark, setRemark] = useState("");
  const { entry, desk, contact } = found;
  const name = formatStateName(entry.state, i18n.language);
  const sayFault = (fault: Fault): string => t(`correction.${fault}.label`);
  return (
    <article className="correction">
      <div className="no-print">
        <PageHeading
          title={t("directory:contact.wrong.action")}
          back={{ href: `#/directory/${entry.state}`, label: name }}
        />
        <p>{`${name} – ${t(`words:desk.${desk}.title`)} – ${contact.office}`}</p>
        <section>
          <h2>{t("correction.tell.title")}</h2>
          <p>{t("correction.tell.hint")}</p>
          <ChoiceField
            legend={t("correction.faults.label")}
            choices={faults.map((value) => ({ value, label: sayFault(value) }))}
            chosen={chosen}
            many
            onChange={setChosen}
          />
          <TextAreaField
            label={t("correction.remark.label")}
            hint={t("correction.remark.hint")}
            value={remark}
            onChange={setRemark}
          />
          <CorrectionMail
            {...{ edition, desk, contact, stateName: name, remark }}
            faults={chosen.map(sayFault)}
          />
        </section>
      </div>
      <NoteVerbaleForm state={entry.state} desk={desk} contact={contact} />
    </article>
  );
};

type FoundContact = {
  readonly entry: StateEntry;
  readonly desk: DeskKind;
  readonly contact: Contact;
};

/** Finds a contact of a State by its id; undefined if this edition does not have it. */
const findContact = (edition: Edition, state: string, id: string): FoundContact | undefined => {
  const entry = edition.states.find((one) => one.state === state);
  for (const { kind, contacts } of entry?.desks ?? []) {
    const contact = contacts.find((one) => one.id === id);
    if (entry && contact) return { entry, desk: kind, contact };
  }
  return undefined;
};
