import { useTranslation } from "react-i18next";
import { PassageRuns } from "#features/guidance/passages/PassageRuns.tsx";
import { ButtonLink } from "#ui/controls/ButtonLink.tsx";
import { ProcedureLinks } from "./ProcedureLinks.tsx";

/** What CBM #2 has beside its words: why it exists, what asking means, and how it is done. */
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
