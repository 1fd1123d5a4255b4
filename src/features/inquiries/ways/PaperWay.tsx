import { useTranslation } from "react-i18next";
import type { InquiryRecord } from "#domain/inquiry/inquiryRecord.ts";
import { msToInstant } from "#domain/instant.ts";
import { formatInstant } from "#i18n/format.ts";
import { Button } from "#ui/controls/Button.tsx";
import type { ContactLog } from "./contactLog.ts";
import { WaySection } from "./WaySection.tsx";

type PaperWayProps = {
  readonly level?: 3 | 4;
  readonly log: ContactLog;
  readonly onLogChange: (log: ContactLog) => void;
};

/** Paper, or a PDF through the browser's print command. */
export const PaperWay = ({ log, level = 4, onLogChange }: PaperWayProps) => {
  const { t } = useTranslation("inquiries");
  const handleLog = (): void => {
    const way = { way: "paper" as const, at: msToInstant(Date.now()) };
    onLogChange({ ...log, otherWays: [...log.otherWays, way] });
  };
  return (
    <WaySection title={t("paperWay.paper.title")} level={level}>
      <p>{t("paperWay.paper.message")}</p>
      <div className="button-row">
        <Button onClick={() => window.print()}>{t("paperWay.print.action")}</Button>
        <Button onClick={handleLog}>{t("paperWay.note.action")}</Button>
      </div>
      <WaysTaken otherWays={log.otherWays} />
    </WaySection>
  );
};

/** The other ways that the person says were used; Enlace can't know. */
const WaysTaken = ({ otherWays }: Pick<InquiryRecord, "otherWays">) => {
  const { t, i18n } = useTranslation("inquiries");
  return (
    <div role="status">
      {otherWays.length > 0 && (
        <ul>
          {otherWays.map(({ way, at }) => (
            <li key={`${way} ${at}`}>
              {t(`otherWays.${way}.message`, { when: formatInstant(at, i18n.language) })}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
