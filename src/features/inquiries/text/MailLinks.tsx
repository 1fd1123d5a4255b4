import { useTranslation } from "react-i18next";
import { type Mail, planMailto } from "#domain/wording/planMailto.ts";
import { ButtonLink } from "#ui/controls/Button.tsx";
import { CopyButton } from "#ui/controls/CopyButton.tsx";
import "./MailLinks.css";

/** Opens an e-mail with as much of its text as mail programs accept; the rest is copied. */
export const MailLinks = ({ mail }: { readonly mail: Mail }) => {
  const { t } = useTranslation(["inquiries", "app"]);
  const { href, rest } = planMailto(mail);
  const said = { copied: t("app:copy.done.message"), failed: t("copy.failed.message") };
  return (
    <>
      <div className="button-row">
        <ButtonLink href={href}>{t("emailWay.open.action")}</ButtonLink>
        <CopyButton text={mail.body} label={t("emailWay.whole.action")} {...said} />
      </div>
      {rest !== null && (
        <>
          <p>{t("emailWay.rest.message")}</p>
          <CopyButton text={rest} label={t("emailWay.rest.action")} {...said} />
          <details>
            <summary>{t("emailWay.restText.label")}</summary>
            <pre className="mail-rest">{rest}</pre>
          </details>
        </>
      )}
    </>
  );
};
