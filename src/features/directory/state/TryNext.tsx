import { useTranslation } from "react-i18next";
import type { Attempt } from "#domain/directory/planWhomToTry.ts";
import { CallLink } from "#features/directory/contact/CallLink.tsx";
import { deskTitles } from "#words/deskWords.ts";

type ContactAttempt = Extract<Attempt, { readonly type: "contact" }>;

/** Where a desk can't be relied upon: the State's other desks that can, then the secretariat. */
export const TryNext = ({ attempts }: { readonly attempts: readonly ContactAttempt[] }) => {
  const { t } = useTranslation("directory");
  if (attempts.length === 0) {
    return <p className="try-next">{t("tryNext.onlySecretariat.message")}</p>;
  }
  return (
    <div className="try-next">
      <p className="try-next-title">{t("tryNext.list.title")}</p>
      <ol>
        {attempts.map(({ desk, contact }) => (
          <li key={contact.id}>
            <span>{`${t(deskTitles[desk])} · ${contact.office}`}</span>
            <FirstWay contact={contact} />
          </li>
        ))}
        <li>{t("tryNext.secretariat.label")}</li>
      </ol>
    </div>
  );
};

const FirstWay = ({ contact }: Pick<ContactAttempt, "contact">) => {
  const [phone] = contact.phones;
  const [email] = contact.emails;
  if (phone) return <CallLink phone={phone} size="plain" />;
  return email ? (
    <a className="contact-mail" href={`mailto:${email}`}>
      {email}
    </a>
  ) : null;
};
