import { useTranslation } from "react-i18next";
import { useDatabase } from "#storage/useDatabase.ts";
import { Notice } from "#ui/signs/Notice.tsx";
import { Waiting } from "#ui/signs/Waiting.tsx";
import { KeepingLine } from "./KeepingLine.tsx";
import { ProfileForm } from "./ProfileForm.tsx";
import { useKeptProfile } from "./useKeptProfile.ts";

export const KeptProfileForm = () => {
  const { t } = useTranslation(["device", "app", "errors"]);
  const { lasting } = useDatabase();
  const kept = useKeptProfile();
  switch (kept.type) {
    case "loading":
      return <Waiting label={t("app:app.loading.message")} />;
    case "failed":
      return (
        <Notice tone="danger" title={t("profile.unread.error")}>
          <p>{t(`errors:${kept.error.type}`, { ...kept.error })}</p>
        </Notice>
      );
    case "ready":
      return (
        <>
          <KeepingLine keeping={kept.keeping} lasting={lasting} />
          <ProfileForm profile={kept.profile} onChange={kept.change} />
        </>
      );
  }
};
