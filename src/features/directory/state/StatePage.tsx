import { useTranslation } from "react-i18next";
import type { ReadableDirectory } from "#domain/directory/readableDirectory.ts";
import { formatStateName } from "#i18n/format.ts";
import { Notice } from "#ui/signs/Notice.tsx";
import { PageHeading } from "#ui/signs/PageHeading.tsx";
import { useNow } from "#words/useNow.ts";
import { StatePage } from "./StatePage.from-directory.tsx";

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
      <Notice tone="plain">
        <p>{t("state.unknown.message")}</p>
      </Notice>
    </>
  );
};
