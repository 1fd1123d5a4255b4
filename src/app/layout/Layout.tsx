import { lazy, type ReactNode, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { AppBanners } from "#app/news/AppBanners.tsx";
import type { AppNewsStore } from "#app/news/appNews.ts";
import { appLanguages, languageNames } from "#i18n/appLanguage.ts";
import { formatNumber } from "#i18n/format.ts";
import { useVault } from "#sealing/vault/useSealing.ts";
import { countWaiting } from "#storage/counts.ts";
import { useDatabase, useLive } from "#storage/useLive.ts";
import "./Layout.css";

/** Rendered only while there is something to lock; the header reserves its space. */
const LockButton = lazy(async () => ({
  default: (await import("#features/device/lock/LockButton.tsx")).LockButton,
}));

type LayoutProps = {
  readonly news: AppNewsStore;
  /** The first word of the route. */
  readonly place: string;
  readonly children: ReactNode;
};

const readWords = ["measures", "procedures", "timeline", "glossary", "search"];

/** Navigation between the four places: at the bottom on a phone, at the side on a wide screen. */
export const Layout = ({ news, place, children }: LayoutProps) => {
  const { t } = useTranslation("app");
  const { lasting } = useDatabase();
  const isOpen = useVault().state.type === "unlocked";
  const current = (words: readonly string[]) => (words.includes(place) ? "page" : undefined);
  return (
    <div className="layout">
      <a
        className="skip visually-hidden"
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          document.getElementById("main")?.focus();
        }}
      >
        {t("layout.skip.action")}
      </a>
      <header className="layout-header no-print">
        <a className="layout-name" href="#/" aria-current={place === "" ? "page" : undefined}>
          Enlace
        </a>
        <OutboxSign />
        {lasting && isOpen && (
          <Suspense fallback={<span className="lock-button" />}>
            <LockButton />
          </Suspense>
        )}
        <LanguageMenu />
      </header>
      <nav className="layout-places no-print" aria-label={t("layout.places.label")}>
        <a href="#/measures" aria-current={current(readWords)}>
          <PlaceIcon place="read" />
          {t("layout.read.label")}
        </a>
        <a href="#/directory" aria-current={current(["directory"])}>
          <PlaceIcon place="find" />
          {t("layout.find.label")}
        </a>
        <a href="#/inquiries" aria-current={current(["inquiries"])}>
          <PlaceIcon place="ask" />
          {t("layout.ask.label")}
        </a>
        <a href="#/more" aria-current={current(["more", "enrol"])}>
          <PlaceIcon place="more" />
          {t("layout.more.label")}
        </a>
      </nav>
      <main id="main" className="layout-main" tabIndex={-1}>
        <AppBanners news={news} />
        {children}
      </main>
    </div>
  );
};

const drawings = {
  read: "M4 5.5c3-1.4 5.6-1 8 .6 2.4-1.6 5-2 8-.6v13c-3-1.4-5.6-1-8 .6-2.4-1.6-5-2-8-.6zM12 6.1v13",
  find: "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.3 15.3 20 20",
  ask: "M4 5h16v11h-9l-4.5 3.5V16H4zM8 9h8M8 12h5",
  more: "M5 7h14M5 12h14M5 17h14",
} as const;

/**
 * Drawn for Enlace. The word beside it has the same meaning, so it is hidden from screen readers.
 */
const PlaceIcon = ({ place }: { readonly place: keyof typeof drawings }) => (
  <svg className="place-icon" viewBox="0 0 24 24" aria-hidden="true">
    <path d={drawings[place]} />
  </svg>
);

/** Changes the language at once, on any screen; each language is named in itself. */
const LanguageMenu = () => {
  const { t, i18n } = useTranslation("app");
  return (
    <label className="language-menu">
      <span className="visually-hidden">{t("layout.language.label")}</span>
      <select
        value={i18n.language}
        onChange={(event) => void i18n.changeLanguage(event.target.value)}
      >
        {appLanguages.map((language) => (
          <option key={language} value={language} lang={language}>
            {languageNames[language]}
          </option>
        ))}
      </select>
    </label>
  );
};

/** The number of letters waiting to be sent, always visible; nothing is shown if there are none. */
const OutboxSign = () => {
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
