import { useTranslation } from "react-i18next";
import type { ReadableDirectory } from "#domain/directory/readableDirectory.ts";
import { ClosedNote } from "#features/directory/edition/ClosedNote.tsx";
import { Notice } from "#ui/signs/Notice.tsx";
import { PageHeading } from "#ui/signs/PageHeading.tsx";
import { CorrectionPage } from "./CorrectionPage.from-directory.tsx";
import { findContact } from "./findContact.ts";

type CorrectionScreenProps = {
  readonly directory: ReadableDirectory;
  readonly state: string;
  readonly contactId: string;
};

export const CorrectionScreen = ({ directory, state, contactId }: CorrectionScreenProps) => {
  const { t } = useTranslation("directory");
  const { edition, closed } = directory;
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
      <ClosedNote closed={closed} />
    </>
  );
};
