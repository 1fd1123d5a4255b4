import { useTranslation } from "react-i18next";
import type { Edition } from "#domain/directory/edition.ts";

type SecretariatSectionProps = { readonly secretariat: Edition["secretariat"] };

/** The last to try, with where its address is from. */
export const SecretariatSection = ({ secretariat }: SecretariatSectionProps) => {
  const { t } = useTranslation("directory");
  return (
    <section className="desk" id="secretariat">
      <h2>{t("secretariat.section.title")}</h2>
      <p lang="en">{secretariat.name}</p>
      <div className="contact-ways">
        {secretariat.emails.map((email) => (
          <a key={email} className="contact-mail" href={`mailto:${email}`}>
            {email}
          </a>
        ))}
      </div>
      <p className="contact-facts">
        {t("secretariat.source.message", { source: secretariat.source })}
      </p>
    </section>
  );
};
