import { hashToPlace } from "#app/places/placeWords.ts";
import { packQuery } from "#features/guidance/reading/packQuery.ts";
import { type AppLanguage, appLanguages } from "#i18n/appLanguage.ts";
import { directoryQuery } from "#storage/content/editions.ts";
import type { EnlaceDatabase } from "#storage/database.ts";
import { primeLive } from "#storage/useLive.ts";

/**
 * The language that `boot.ts` found, or the one that the person takes from the four on the static
 * screen; until then that screen stays.
 */
export const findStartLanguage = async (): Promise<AppLanguage> => {
  const found = parseLanguage(document.documentElement.dataset.language);
  if (found) return found;
  return new Promise((resolve) => {
    document.getElementById("welcome")?.addEventListener("click", (event) => {
      const link = event.target instanceof Element ? event.target.closest("a[hreflang]") : null;
      const language = parseLanguage(link?.getAttribute("hreflang"));
      if (!language) return;
      event.preventDefault();
      resolve(language);
    });
  });
};

const parseLanguage = (text: string | null | undefined): AppLanguage | undefined =>
  appLanguages.find((language) => language === text);

/**
 * Resolves when the first screen has been painted and the browser has a moment, 1.5 s at the latest.
 * At a first visit at once: what the screen is to show is still to be fetched.
 */
export const firstScreenDone = (): Promise<void> =>
  new Promise((resolve) => {
    if (document.documentElement.dataset.visit === "first") resolve();
    else if ("requestIdleCallback" in window) {
      setTimeout(() => requestIdleCallback(() => resolve(), { timeout: 1_000 }), 500);
    } else setTimeout(resolve, 1_000);
  });

/** Reads what the hash's screen will ask for first. The others' screens read little. */
export const primeScreen = async (
  database: EnlaceDatabase,
  hash: string,
  language: AppLanguage,
): Promise<void> => {
  const place = hashToPlace(hash);
  if (place === "guidance") await primeLive(database, packQuery(language));
  if (place === "directory") await primeLive(database, directoryQuery);
};
