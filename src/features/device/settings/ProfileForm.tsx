import { useTranslation } from "react-i18next";
import type { Profile } from "#domain/device/profile.ts";
import { TextField } from "#ui/fields/TextField.tsx";

type ProfileFormProps = {
  readonly profile: Profile;
  readonly onChange: (part: Partial<Profile>) => void;
};

export const ProfileForm = ({ profile, onChange }: ProfileFormProps) => {
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
