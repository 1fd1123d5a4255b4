import { useTranslation } from "react-i18next";
import type { NoticeStore } from "#app/news/appNotices.ts";
import { findReadingPlace } from "#storage/content/readingPlace.ts";
import { countPrivates } from "#storage/privates/privates.ts";
import { useLive } from "#storage/useLive.ts";
import { InstallHint } from "./InstallHint.tsx";
import { ReadinessLine } from "./ReadinessLine.tsx";
import "./StartScreen.css";

/** The three things most wanted, and what waits. */
export const StartScreen = ({ notices }: { readonly notices: NoticeStore }) => {
  const { t } = useTranslation("app");
  const counts = useLive(countPrivates, "privates");
  const reading = useLive(findReadingPlace, "reading");
  // Which one it is lies under the passphrase: the list has it first.
  const hasDraft = counts.type === "ready" && counts.value.draft > 0;
  const place = reading.type === "ready" ? reading.value : undefined;
  return (
    <div className="start">
      <h1>{t("start.name.title")}</h1>
      <p className="start-what">{t("start.what.message")}</p>
      <ul className="start-ways">
        <li>
          <a href="#/directory">
            <strong>{t("start.find.action")}</strong>
            <span>{t("start.find.hint")}</span>
          </a>
        </li>
        <li>
          <a href={hasDraft ? "#/inquiries" : "#/inquiries/new"}>
            <strong>{hasDraft ? t("start.continue.action") : t("start.ask.action")}</strong>
            <span>{t("start.ask.hint")}</span>
          </a>
        </li>
        <li>
          <a href={place?.href ?? "#/measures"}>
            <strong>{place ? t("start.resume.action") : t("start.read.action")}</strong>
            <span>{place?.title ?? t("start.read.hint")}</span>
          </a>
        </li>
      </ul>
      <ReadinessLine notices={notices} />
      <InstallHint />
      <p className="start-note">{t("start.notOfficial.message")}</p>
    </div>
  );
};
