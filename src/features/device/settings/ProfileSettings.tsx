import { useTranslation } from "react-i18next";
import type { Profile } from "#domain/device/profile.ts";
import { VaultGate } from "#features/device/vault/VaultGate.tsx";
import { useVault } from "#sealing/vault/useSealing.ts";
import { useDatabase } from "#storage/useLive.ts";
import { ButtonLink } from "#ui/controls/Button.tsx";
import { TextField } from "#ui/fields/TextField.tsx";
import { Callout } from "#ui/signs/Callout.tsx";
import { Sign } from "#ui/signs/Sign.tsx";
import { Waiting } from "#ui/signs/Waiting.tsx";
import { ErrorText } from "#words/ErrorText.tsx";
import { sayError } from "#words/sayError.ts";
import { type Keeping, useKeptProfile } from "./useKeptProfile.ts";
import "./ProfileSettings.css";

/** The user's profile is private too, so it needs the passphrase. */
export const ProfileSettings = () => {
  const { t } = useTranslation("device");
  const { state } = useVault();
  return (
    <section aria-labelledby="profile-title">
      <h2 id="profile-title">{t("profile.section.title")}</h2>
      <p>{t("profile.section.hint")}</p>
      {state.type === "missing" ? (
        <>
          <p>{t("profile.missing.message")}</p>
          <ButtonLink href="#/more/lock">{t("profile.choose.action")}</ButtonLink>
        </>
      ) : (
        <VaultGate>
          <KeptProfileForm />
        </VaultGate>
      )}
    </section>
  );
};

type KeepingLineProps = { readonly keeping: Keeping; readonly lasting: boolean };

/** The state of the last change: being written, on the disk, in memory only, or not saved. */
const KeepingLine = ({ keeping, lasting }: KeepingLineProps) => {
  const { t, i18n } = useTranslation("device");
  return (
    <p role="status" className="profile-keeping">
      {keeping.type === "keeping" && <Sign shape="half">{t("keeping.writing.message")}</Sign>}
      {keeping.type === "kept" && lasting && (
        <Sign shape="tick" tone="good">
          {t("keeping.kept.message")}
        </Sign>
      )}
      {keeping.type === "kept" && !lasting && (
        <Sign shape="ring" tone="caution">
          {t("keeping.inMemory.message")}
        </Sign>
      )}
      {keeping.type === "failed" && (
        <Sign shape="cross" tone="danger">
          {t("keeping.failed.error", {
            reason: sayError(i18n, keeping.error),
          })}
        </Sign>
      )}
    </p>
  );
};

const KeptProfileForm = () => {
  const { t } = useTranslation(["device", "app"]);
  const { lasting } = useDatabase();
  const kept = useKeptProfile();
  switch (kept.type) {
    case "loading":
      return <Waiting label={t("app:app.loading.message")} />;
    case "failed":
      return (
        <Callout tone="danger" title={t("profile.unread.error")}>
          <p>
            <ErrorText error={kept.error} />
          </p>
        </Callout>
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

type ProfileFormProps = {
  readonly profile: Profile;
  readonly onChange: (part: Partial<Profile>) => void;
};

const ProfileForm = ({ profile, onChange }: ProfileFormProps) => {
  const { t } = useTranslation("device");
  return (
    <>
      <TextField
        label={t("profile.name.label")}
        maxLength={200}
        value={profile.name}
        onChange={(name) => onChange({ name })}
      />
      <TextField
        label={t("profile.affiliation.label")}
        hint={t("profile.affiliation.hint")}
        maxLength={300}
        value={profile.affiliation}
        onChange={(affiliation) => onChange({ affiliation })}
      />
      <TextField
        label={t("profile.email.label")}
        type="email"
        inputMode="email"
        value={profile.replyEmail}
        onChange={(replyEmail) => onChange({ replyEmail })}
      />
      <TextField
        label={t("profile.phone.label")}
        hint={t("profile.phone.hint")}
        type="tel"
        inputMode="tel"
        value={profile.replyPhone}
        onChange={(replyPhone) => onChange({ replyPhone })}
      />
    </>
  );
};
