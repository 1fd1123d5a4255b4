import { useTranslation } from "react-i18next";
import type { ContentPack, Passage, Procedure } from "#domain/guidance/contentPack.ts";
import { PairedText, PassageRuns } from "#features/guidance/passages/PassageRuns.tsx";
import { SourcesUsed } from "#features/guidance/passages/SourceLine.tsx";
import { ReadingHeader } from "#features/guidance/reading/GuidanceShell.tsx";
import { useReadingPlace } from "#features/guidance/reading/KeepPlace.tsx";
import { useReading } from "#features/guidance/reading/useReading.ts";
import { ButtonLink } from "#ui/controls/Button.tsx";
import { ProcedureLinks } from "./ProcedureLinks.tsx";
import "./ProcedurePage.css";

type ProcedurePageProps = { readonly kind: "inquiry" | "response" };

/** A procedure step by step: the source's text first, then what it means in practice. */
export const ProcedurePage = ({ kind }: ProcedurePageProps) => {
  const { t } = useTranslation(["guidance", "app"]);
  const { first } = useReading();
  const procedure = first.procedures[kind];
  useReadingPlace(`#/procedures/${kind}`, procedure.title);
  return (
    <article>
      <ReadingHeader
        title={procedure.title}
        back={{ href: "#/measures/2", label: t("measure.name.label", { number: 2 }) }}
      >
        <PairedText pick={(pack) => pack.procedures[kind].title} />
      </ReadingHeader>
      <PassageRuns pick={(pack) => pack.procedures[kind].introduction} />
      <ol className={kind === "inquiry" ? "procedure procedure-numbered" : "procedure"}>
        {procedure.steps.map((step, index) => (
          <li key={step.id}>
            <h2>
              <PairedText pick={(pack) => pack.procedures[kind].steps[index]?.title} />
            </h2>
            <PassageRuns pick={(pack) => listStep(pack.procedures[kind], index)} />
          </li>
        ))}
      </ol>
      <h2>{t("procedures.closing.title")}</h2>
      <PassageRuns pick={(pack) => pack.procedures[kind].closing} />
      <p className="button-row no-print">
        {kind === "inquiry" ? (
          <ButtonLink tone="primary" href="#/inquiries/new">
            {t("app:start.ask.action")}
          </ButtonLink>
        ) : (
          <ButtonLink href="#/inquiries">{t("procedures.inquiries.action")}</ButtonLink>
        )}
        <ButtonLink href={kind === "inquiry" ? "#/procedures/response" : "#/procedures/inquiry"}>
          {kind === "inquiry" ? t("procedures.response.label") : t("procedures.inquiry.label")}
        </ButtonLink>
      </p>
      <SourcesUsed pick={(pack) => listAll(pack, kind)} />
    </article>
  );
};

const listStep = (procedure: Procedure, index: number): readonly Passage[] => {
  const step = procedure.steps[index];
  return step ? [step.quote, ...step.advice] : [];
};

const listAll = (pack: ContentPack, kind: ProcedurePageProps["kind"]): readonly Passage[] => {
  const procedure = pack.procedures[kind];
  return [
    ...procedure.introduction,
    ...procedure.steps.flatMap((_, index) => listStep(procedure, index)),
    ...procedure.closing,
  ];
};

/** What CBM #2 has besides its text: why it exists, what asking means, and how it is done. */
export const ContactPointSections = () => {
  const { t } = useTranslation("guidance");
  return (
    <>
      <h2>{t("purpose.section.title")}</h2>
      <PassageRuns pick={(pack) => pack.purpose} />
      <h2>{t("implications.section.title")}</h2>
      <PassageRuns pick={(pack) => pack.implications} />
      <h2>{t("procedures.list.title")}</h2>
      <ProcedureLinks />
      <p className="button-row no-print">
        <ButtonLink href="#/directory">{t("procedures.directory.action")}</ButtonLink>
      </p>
    </>
  );
};
