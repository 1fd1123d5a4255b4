import { useTranslation } from "react-i18next";
import type { StateEntry } from "#domain/directory/edition.ts";
import { ContactCard } from "#features/inquiries/desks/ContactCard.tsx";
import { DeskFields } from "#features/inquiries/desks/DeskFields.tsx";
import { hasNoDevice } from "#features/inquiries/desks/useDesks.ts";
import { formatDay } from "#i18n/format.ts";
import { Callout } from "#ui/signs/Callout.tsx";
import { fieldId, type StepProps } from "./stepProps.ts";

/** Step 1: "find the appropriate POC". */
export const ContactStep = ({ draft, edition, devices, onChange, errorOf }: StepProps) => {
  const { t } = useTranslation("inquiries");
  const { to } = draft;
  if (!edition) return <Callout tone="caution">{t("contactStep.noDirectory.message")}</Callout>;
  const entry = edition.states.find(({ state }) => state === to?.state);
  const contacts = entry?.desks.find(({ kind }) => kind === to?.desk)?.contacts ?? [];
  return (
    <>
      <DeskFields
        id={fieldId("to")}
        edition={edition}
        address={to}
        deskLegend={t("contactStep.desk.label")}
        deskHint={t("contactStep.desk.hint")}
        error={errorOf("to")}
        onChange={(address) => onChange({ to: address })}
      />
      {entry && <ParticipationCallout entry={entry} />}
      <div role="status">
        {hasNoDevice(devices, to) && (
          <Callout tone="caution" title={t("contactStep.noDevice.title")}>
            <p>{t("contactStep.noDevice.message")}</p>
          </Callout>
        )}
      </div>
      {to && (
        <section>
          <h3>{t("contactStep.contacts.title")}</h3>
          {edition.demonstration && (
            <Callout tone="caution">{t("contactStep.demonstration.message")}</Callout>
          )}
          {contacts.length === 0 && <p>{t("contactStep.none.message")}</p>}
          {contacts.map((contact) => (
            <ContactCard key={contact.id} contact={contact} />
          ))}
          <p>
            <a href={`#/directory/${to.state}`}>{t("contactStep.directory.action")}</a>
          </p>
        </section>
      )}
    </>
  );
};

/** Shown for a State that is not simply a member, by the directory's own data. */
const ParticipationCallout = ({ entry }: { readonly entry: StateEntry }) => {
  const { t, i18n } = useTranslation("inquiries");
  const { status, asOf } = entry.participation;
  if (status === "member") return null;
  return (
    <Callout tone="caution">
      {t("contactStep.participation.message", {
        status: t(`contactStep.${status}.label`),
        asOf: formatDay(asOf, i18n.language),
      })}
    </Callout>
  );
};
