import { useTranslation } from "react-i18next";
import type { DeskKind } from "#domain/desk.ts";
import type { StateEntry } from "#domain/directory/edition.ts";
import { type Attempt, planWhomToTry } from "#domain/directory/planWhomToTry.ts";
import { countHidden, type ReadableDirectory } from "#domain/directory/readableDirectory.ts";
import type { Day, Instant } from "#domain/instant.ts";
import { CallLink } from "#features/directory/contact/CallLink.tsx";
import { ContactEntry } from "#features/directory/contact/ContactEntry.tsx";
import { PrivateContactsLine } from "#features/directory/edition/PrivateContactsLine.tsx";
import "./DeskSection.css";

type DeskSectionProps = {
  readonly directory: ReadableDirectory;
  readonly entry: StateEntry;
  readonly name: string;
  readonly desk: DeskKind;
  readonly now: Instant;
  readonly today: Day;
};

/** A desk's contacts, the valid ones first; if there are none, whom to try instead. */
export const DeskSection = ({ directory, entry, name, desk, now, today }: DeskSectionProps) => {
  const { t } = useTranslation(["directory", "words"]);
  const { edition, privateReading } = directory;
  const attempts = planWhomToTry(entry, desk, today).filter(
    (attempt) => attempt.type === "contact",
  );
  const own = attempts.filter((attempt) => attempt.desk === desk);
  const others = attempts.filter((attempt) => attempt.desk !== desk && holds(attempt.freshness));
  return (
    <section className={`desk desk-${desk}`}>
      <h2>
        {t(`words:desk.${desk}.title`)}{" "}
        <span className="desk-hint">{t(`words:desk.${desk}.hint`)}</span>
      </h2>
      {own.length === 0 && countHidden(privateReading, entry.state, desk) === 0 && (
        <p>{t("desk.none.message")}</p>
      )}
      {own.map(({ contact, freshness }, index) => (
        <ContactEntry
          key={contact.id}
          {...{ contact, freshness, state: entry.state, stateName: name, desk, now }}
          issuedAt={edition.issuedAt}
          isFirst={desk === "policy" && index === 0}
        />
      ))}
      <PrivateContactsLine privateReading={privateReading} state={entry.state} desk={desk} />
      {!own.some(({ freshness }) => holds(freshness)) && <TryNext attempts={others.slice(0, 2)} />}
    </section>
  );
};

const holds = ({ type }: { readonly type: string }): boolean =>
  type === "fresh" || type === "expiresSoon";

type ContactAttempt = Extract<Attempt, { readonly type: "contact" }>;

/** Shown if a desk is not reliable: the State's other desks that are, then the secretariat. */
const TryNext = ({ attempts }: { readonly attempts: readonly ContactAttempt[] }) => {
  const { t } = useTranslation(["directory", "words"]);
  if (attempts.length === 0) {
    return <p className="try-next">{t("tryNext.onlySecretariat.message")}</p>;
  }
  return (
    <div className="try-next">
      <p className="try-next-title">{t("tryNext.list.title")}</p>
      <ol>
        {attempts.map(({ desk, contact }) => (
          <li key={contact.id}>
            <span>{`${t(`words:desk.${desk}.title`)} · ${contact.office}`}</span>
            <FirstWay contact={contact} />
          </li>
        ))}
        <li>{t("tryNext.secretariat.label")}</li>
      </ol>
    </div>
  );
};

const FirstWay = ({ contact }: Pick<ContactAttempt, "contact">) => {
  const [phone] = contact.phones;
  const [email] = contact.emails;
  if (phone) return <CallLink phone={phone} size="plain" />;
  return email ? (
    <a className="contact-mail" href={`mailto:${email}`}>
      {email}
    </a>
  ) : null;
};
