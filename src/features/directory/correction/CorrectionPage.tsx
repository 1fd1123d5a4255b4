import { useTranslation } from "react-i18next";
import type { ReadableDirectory } from "#domain/directory/readableDirectory.ts";
import { Notice } from "#ui/Notice.tsx";
import { PageHeading } from "#ui/PageHeading.tsx";
import { ClosedNote } from "./ClosedNote.tsx";
import { CorrectionPage } from "./CorrectionPage.tsx";
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
