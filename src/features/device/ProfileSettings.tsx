import { useTranslation } from "react-i18next";
import { useDatabase } from "#storage/useDatabase.ts";
import { Notice } from "#ui/Notice.tsx";
import { Waiting } from "#ui/Waiting.tsx";
import { KeepingLine } from "./KeepingLine.tsx";
import { ProfileForm } from "./ProfileForm.tsx";
import { useKeptProfile } from "./useKeptProfile.ts";

export const ProfileSettings = () => {
  const { t } = useTranslation(["device", "app", "errors"]);
  const { lasting } = useDatabase();
  const kept = useKeptProfile();
  return (
    <section aria-labelledby="profile-title">
      <h2 id="profile-title">{t("profile.section.title")}</h2>
      <p>{t("profile.section.hint")}</p>
      {kept.type === "loading" && <Waiting label={t("app:app.loading.message")} />}
      {kept.type === "failed" && (
        <Notice tone="danger" title={t("profile.unread.error")}>
          <p>{t(`errors:${kept.error.type}`, { ...kept.error })}</p>
        </Notice>
      )}
      {kept.type === "ready" && (
        <>
          <KeepingLine keeping={kept.keeping} lasting={lasting} />
          <ProfileForm profile={kept.profile} onChange={kept.change} />
        </>
      )}
    </section>
  );
};
