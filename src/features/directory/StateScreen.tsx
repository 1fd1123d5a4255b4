import { useTranslation } from "react-i18next";
import type { Edition } from "#domain/edition.ts";
import { formatStateName } from "#i18n/format.ts";
import { Notice } from "#ui/Notice.tsx";
import { PageHeading } from "#ui/PageHeading.tsx";
import { StatePage } from "./StatePage.tsx";
import { useNow } from "./useNow.ts";

type StateScreenProps = { readonly edition: Edition; readonly state: string };

export const StateScreen = ({ edition, state }: StateScreenProps) => {
  const { t, i18n } = useTranslation("directory");
  const moment = useNow();
  const entry = edition.states.find((one) => one.state === state);
  if (entry) {
    const name = formatStateName(entry.state, i18n.language);
    return <StatePage edition={edition} entry={entry} name={name} {...moment} />;
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
