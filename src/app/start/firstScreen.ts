import { type AppLanguage, appLanguages } from "#i18n/appLanguage.ts";

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
