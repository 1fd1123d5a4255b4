import { useTranslation } from "react-i18next";
import type { Edition } from "#domain/edition.ts";
import { Notice } from "#ui/Notice.tsx";
import { PageHeading } from "#ui/PageHeading.tsx";
import { CorrectionPage } from "./CorrectionPage.tsx";
import { findContact } from "./findContact.ts";

type CorrectionScreenProps = {
  readonly edition: Edition;
  readonly state: string;
  readonly contactId: string;
};

export const CorrectionScreen = ({ edition, state, contactId }: CorrectionScreenProps) => {
  const { t } = useTranslation("directory");
  const found = findContact(edition, state, contactId);
  if (found) return <CorrectionPage edition={edition} found={found} />;
  return (
    <>
      <PageHeading
        title={t("correction.unknown.title")}
        back={{ href: "#/directory", label: t("page.directory.title") }}
      />
      <Notice tone="plain">
        <p>{t("correction.unknown.message")}</p>
      </Notice>
    </>
  );
};
