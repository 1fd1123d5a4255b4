import { useTranslation } from "react-i18next";
import { formatNumber } from "#i18n/format.ts";
import { countWaiting } from "#storage/counts.ts";
import { useLive } from "#storage/useLive.ts";
import "./QueueSign.css";

/** How many wait to go, always in sight; nothing is shown when nothing waits. */
export const QueueSign = () => {
  const { t, i18n } = useTranslation("app");
  const count = useLive(countWaiting, "waiting");
  const waits = count.type === "ready" ? count.value : 0;
  return (
    <span role="status" className="queue-sign">
      {waits > 0 && (
        <a href="#/inquiries">
          {t("layout.queue.message", {
            count: waits,
            formatted: formatNumber(waits, i18n.language),
          })}
        </a>
      )}
    </span>
  );
};
