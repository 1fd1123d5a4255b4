import { useTranslation } from "react-i18next";
import type { Enrolment } from "#domain/device/profile.ts";
import { formatInstant } from "#i18n/format.ts";
import type { Live } from "#storage/useLive.ts";
import { Notice } from "#ui/signs/Notice.tsx";
import { useDeskName } from "#words/useDeskName.ts";

type EnrolmentListProps = { readonly enrolments: Live<Enrolment[]> };

/** What this device is enrolled for now. */
export const EnrolmentList = ({ enrolments }: EnrolmentListProps) => {
  const { t, i18n } = useTranslation(["device", "errors"]);
  const { nameDesk, nameRole } = useDeskName();
  return (
    <section aria-labelledby="enrolments-title">
      <h2 id="enrolments-title">{t("enrolments.section.title")}</h2>
      {enrolments.type === "failed" && (
        <Notice
          tone="danger"
          title={t(`errors:${enrolments.error.type}`, { ...enrolments.error })}
        />
      )}
      {enrolments.type === "ready" && enrolments.value.length === 0 && (
        <p>{t("enrolments.none.message")}</p>
      )}
      {enrolments.type === "ready" && enrolments.value.length > 0 && (
        <ul className="device-list">
          {enrolments.value.map(({ device, desk, role, enrolledAt }) => (
            <li key={device}>
              <strong>{nameDesk(desk)}</strong>
              <span>{nameRole(role)}</span>
              <span>
                {t("enrolments.since.message", { when: formatInstant(enrolledAt, i18n.language) })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};
