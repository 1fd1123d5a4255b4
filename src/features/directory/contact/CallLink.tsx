import { useTranslation } from "react-i18next";
import { formatPhoneNumber } from "#domain/directory/phoneNumber.ts";
import "./CallLink.css";

type CallLinkProps = {
  readonly phone: string;
  readonly size: "plain" | "big" | "bigDoubtful";
};

const classNames = { plain: "call", big: "call call-big call-sure", bigDoubtful: "call call-big" };

/** Opens the phone's own dialer with the number, in one tap. */
export const CallLink = ({ phone, size }: CallLinkProps) => {
  const { t } = useTranslation("directory");
  return (
    <a className={classNames[size]} href={`tel:${phone}`}>
      <svg aria-hidden="true" viewBox="0 0 24 24" className="call-icon">
        <path d="M5 3h4l2 5-2.5 1.5a11 11 0 0 0 6 6L16 13l5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 3 5a2 2 0 0 1 2-2z" />
      </svg>
      <span className="visually-hidden">{t("contact.call.action")}</span> {formatPhoneNumber(phone)}
    </a>
  );
};
