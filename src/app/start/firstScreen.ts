import { hashToPlace } from "#app/places/placeWords.ts";
import { packQuery } from "#features/guidance/reading/packQuery.ts";
import { type AppLanguage, appLanguages } from "#i18n/appLanguage.ts";
import { directoryQuery } from "#storage/content/editions.ts";
import type { EnlaceDatabase } from "#storage/database.ts";
import { primeLive } from "#storage/useLive.ts";

/**
 * Returns the language that `boot.ts` found, or waits until the person chooses one of the four on
 * the static screen, which stays until then.
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
 * Resolves when the first screen has been painted and the browser is idle, after 1.5 s at the
 * latest. On a first visit resolves at once, because the content of the screen must still be
 * fetched.
 */
export const firstScreenDone = (): Promise<void> =>
  new Promise((resolve) => {
    if (document.documentElement.dataset.visit === "first") resolve();
    else if ("requestIdleCallback" in window) {
      setTimeout(() => requestIdleCallback(() => resolve(), { timeout: 1_000 }), 500);
    } else setTimeout(resolve, 1_000);
  });

/** Reads in advance what the hash's screen needs first. Other features' screens read little. */
export const primeScreen = async (
  database: EnlaceDatabase,
  hash: string,
  language: AppLanguage,
): Promise<void> => {
  const place = hashToPlace(hash);
  if (place === "guidance") await primeLive(database, packQuery(language));
  if (place === "directory") await primeLive(database, directoryQuery);
};
