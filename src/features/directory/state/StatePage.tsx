import { useTranslation } from "react-i18next";
import { deskKinds } from "#domain/desk.ts";
import { type Edition, editionValidity, type StateEntry } from "#domain/directory/edition.ts";
import { countHidden, type ReadableDirectory } from "#domain/directory/readableDirectory.ts";
import type { Day, Instant } from "#domain/instant.ts";
import { EditionLine } from "#features/directory/edition/EditionLine.tsx";
import { OlderContactsLine } from "#features/directory/edition/PrivateContactsLine.tsx";
import { formatDay, formatStateName } from "#i18n/format.ts";
import { Button, ButtonLink } from "#ui/controls/Button.tsx";
import { Callout } from "#ui/signs/Callout.tsx";
import { PageHeading } from "#ui/signs/PageHeading.tsx";
import { Sign } from "#ui/signs/Sign.tsx";
import { useNow } from "#words/useNow.ts";
import { DeskSection } from "./DeskSection.tsx";
import "./StatePage.css";

type StateScreenProps = {
  readonly directory: ReadableDirectory;
  readonly state: string;
};

export const StateScreen = ({ directory, state }: StateScreenProps) => {
  const { t, i18n } = useTranslation("directory");
  const moment = useNow();
  const entry = directory.edition.states.find((one) => one.state === state);
  if (entry) {
    const name = formatStateName(entry.state, i18n.language);
    return <StatePage directory={directory} entry={entry} name={name} {...moment} />;
  }
  return (
    <>
      <PageHeading
        title={t("state.unknown.title")}
        back={{ href: "#/directory", label: t("page.directory.title") }}
      />
      <Callout tone="plain">
        <p>{t("state.unknown.message")}</p>
      </Callout>
    </>
  );
};

/** The State's participation in the Organization's work, with the source and its date. */
const ParticipationNote = ({ entry }: { readonly entry: StateEntry }) => {
  const { t, i18n } = useTranslation(["directory", "words"]);
  const { status, since, asOf, source } = entry.participation;
  const day = (date: string): string => formatDay(date, i18n.language);
  const parts = [
    t(`words:participation.${status}.label`),
    ...(since === undefined ? [] : [t("participation.since.message", { day: day(since) })]),
    t("participation.source.message", { day: day(asOf), source }),
  ];
  return <p className="participation">{parts.join(" · ")}</p>;
};

type SecretariatSectionProps = { readonly secretariat: Edition["secretariat"] };

/** The last contact to try, with the source of its address. */
const SecretariatSection = ({ secretariat }: SecretariatSectionProps) => {
  const { t } = useTranslation("directory");
  return (
    <section className="desk" id="secretariat">
      <h2>{t("secretariat.section.title")}</h2>
      <p lang="en">{secretariat.name}</p>
      <div className="contact-ways">
        {secretariat.emails.map((email) => (
          <a key={email} className="contact-mail" href={`mailto:${email}`}>
            {email}
          </a>
        ))}
      </div>
      <p className="contact-facts">
        {t("secretariat.source.message", { source: secretariat.source })}
      </p>
    </section>
  );
};

type StateFlagsProps = { readonly edition: Edition; readonly today: Day };

/** Warnings about the whole edition, to be read before any number in it is trusted. */
const StateFlags = ({ edition, today }: StateFlagsProps) => {
  const { t, i18n } = useTranslation("directory");
  const { type, validUntil } = editionValidity(edition, today);
  if (!edition.demonstration && type === "valid") return null;
  return (
    <p className="state-flags">
      {edition.demonstration && (
        <Sign shape="half" tone="caution">
          {t("edition.demonstration.title")}
        </Sign>
      )}{" "}
      {type === "past" && (
        <Sign shape="cross" tone="danger">
          {t("edition.past.message", { day: formatDay(validUntil, i18n.language) })}
        </Sign>
      )}
    </p>
  );
};

type StatePageProps = {
  readonly directory: ReadableDirectory;
  readonly entry: StateEntry;
  readonly name: string;
  readonly now: Instant;
  readonly today: Day;
};

/** Whom to call in a State: the policy desk's number first and biggest, the secretariat last. */
const StatePage = ({ directory, entry, name, now, today }: StatePageProps) => {
  const { t } = useTranslation("directory");
  const { edition, privateReading } = directory;
  const hasNone =
    entry.desks.every(({ contacts }) => contacts.length === 0) &&
    countHidden(privateReading, entry.state) === 0;
  return (
    <article className="state-page">
      <p className="state-page-kind print-only">{t("state.print.title")}</p>
      <PageHeading title={name} back={{ href: "#/directory", label: t("page.directory.title") }} />
      <StateFlags edition={edition} today={today} />
      <OlderContactsLine privateReading={privateReading} />
      {hasNone ? (
        <Callout tone="caution" title={t("state.none.title")}>
          <p>{t("state.none.message")}</p>
        </Callout>
      ) : (
        deskKinds.map((desk) => (
          <DeskSection key={desk} {...{ directory, entry, name, desk, now, today }} />
        ))
      )}
      <SecretariatSection secretariat={edition.secretariat} />
      <div className="button-row no-print">
        <ButtonLink href={`#/inquiries/new?to=${entry.state}/policy`}>
          {t("state.inquire.action")}
        </ButtonLink>
        <Button tone="quiet" onClick={() => print()}>
          {t("state.print.action")}
        </Button>
      </div>
      <ParticipationNote entry={entry} />
      <EditionLine edition={edition} today={today} />
    </article>
  );
};
