/**
 * Runs before the first paint, alone: picks the language that is known or preferred, and says
 * whether the app was here before, so that nothing flashes. Built into one classic script.
 */
const languages = ["en", "es", "fr", "pt"];

/** Storage can be forbidden altogether; then nothing is known. */
const recall = (key: string): string | null => {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
};

const root = document.documentElement;
const asked = /[?&]lang=(en|es|fr|pt)\b/.exec(location.search + location.hash)?.[1];
const preferred = navigator.languages
  .map((tag) => tag.slice(0, 2).toLowerCase())
  .find((language) => languages.includes(language));
const language = asked ?? recall("enlace.language") ?? preferred;
if (language !== undefined && languages.includes(language)) {
  root.lang = language;
  root.dataset.language = language;
}
const textSize = recall("enlace.textSize");
if (textSize !== null) root.dataset.textSize = textSize;
const theme = recall("enlace.theme");
if (theme !== null) root.dataset.theme = theme;
root.dataset.visit = recall("enlace.ready") === null ? "first" : "again";
