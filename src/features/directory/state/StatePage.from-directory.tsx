import { useTranslation } from "react-i18next";
import { deskKinds } from "#domain/desk.ts";
import type { StateEntry } from "#domain/directory/edition.ts";
import { countHidden, type ReadableDirectory } from "#domain/directory/readableDirectory.ts";
import type { Day, Instant } from "#domain/instant.ts";
import { OlderNote } from "#features/directory/edition/ClosedNote.tsx";
import { EditionNote } from "#features/directory/edition/EditionNote.tsx";
import { Button } from "#ui/controls/Button.tsx";
import { ButtonLink } from "#ui/controls/ButtonLink.tsx";
import { Notice } from "#ui/signs/Notice.tsx";
import { PageHeading } from "#ui/signs/PageHeading.tsx";
import { DeskSection } from "./DeskSection.tsx";
import { ParticipationNote } from "./ParticipationNote.tsx";
import { SecretariatSection } from "./SecretariatSection.tsx";
import { StateFlags } from "./StateFlags.tsx";
import "./StatePage.css";

type StatePageProps = {
  readonly directory: ReadableDirectory;
  readonly entry: StateEntry;
  readonly name: string;
  readonly now: Instant;
  readonly today: Day;
};

/** Whom to call in a State: the policy desk's number first and biggest, the secretariat last. */
export const StatePage = ({ directory, entry, name, now, today }: StatePageProps) => {
  const { t } = useTranslation("directory");
  const { edition, closed } = directory;
  const hasNone =
    entry.desks.every(({ contacts }) => contacts.length === 0) &&
    countHidden(closed, entry.state) === 0;
  return (
    <article className="state-page">
      <p className="state-page-kind print-only">{t("state.print.title")}</p>
      <PageHeading title={name} back={{ href: "#/directory", label: t("page.directory.title") }} />
      <StateFlags edition={edition} today={today} />
      <OlderNote closed={closed} />
      {hasNone ? (
        <Notice tone="caution" title={t("state.none.title")}>
          <p>{t("state.none.message")}</p>
        </Notice>
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
      <EditionNote edition={edition} today={today} />
    </article>
  );
};
