import { useTranslation } from "react-i18next";
import type { InquiryRecord } from "#domain/inquiry/inquiryRecord.ts";
import { formatInstant } from "#i18n/format.ts";

const wayKeys = {
  phone: "otherWays.phone.message",
  email: "otherWays.email.message",
  paper: "otherWays.paper.message",
} as const;

/** By which other ways it went, by the person's own word: Enlace can't know. */
export const OtherWays = ({ otherWays }: Pick<InquiryRecord, "otherWays">) => {
  const { t, i18n } = useTranslation("inquiries");
  return (
    <div role="status">
      {otherWays.length > 0 && (
        <ul className="other-ways">
          {otherWays.map(({ way, at }) => (
            <li key={`${way} ${at}`}>
              {t(wayKeys[way], { when: formatInstant(at, i18n.language) })}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
