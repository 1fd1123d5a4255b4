/**
 * Runs before the first paint, without the app: picks the known or preferred language, and notes
 * whether this is a first visit, so that nothing flashes. It is built into the page itself.
 */

import { hashToPlace, isStart } from "#app/places/placeWords.ts";
import { afterPaint } from "#ui/browser/afterPaint.ts";

/** Written into `index.html` by the build: where each file is. In development there is none. */
type AppFiles = {
  readonly start: string;
  readonly style: string;
  readonly messages: Readonly<Record<string, string>>;
  readonly places: Readonly<Record<string, readonly string[]>>;
};

const languages = ["en", "es", "fr", "pt"];

/** Storage can be forbidden altogether; then no choice is known. */
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

const link = (rel: "modulepreload" | "stylesheet", href: string): HTMLLinkElement => {
  const element = document.createElement("link");
  element.rel = rel;
  element.crossOrigin = "";
  element.href = href;
  document.head.append(element);
  return element;
};

/**
 * Requests all that the first screen needs at once, before the first script asks for it; and runs
 * the app once its styles are loaded, so that nothing is shown without them.
 */
const loadApp = ({ start, style, messages, places }: AppFiles): void => {
  const styles = link("stylesheet", style);
  link("modulepreload", start);
  const place = hashToPlace(location.hash) ?? (isStart(location.hash) ? "start" : undefined);
  // Preloads no messages while no language is known: the person has not chosen yet.
  const spoken = root.dataset.language;
  const words = ["app", ...(place ? [place] : [])].map((part) => messages[`${spoken}/${part}`]);
  for (const file of [...words, ...(place ? (places[place] ?? []) : [])]) {
    if (file !== undefined) link("modulepreload", file);
  }
  const run = (): void => {
    import(/* @vite-ignore */ start).catch((cause: unknown) => {
      // The browser has lost a file of the app and is offline: show the welcome page, whose links
      // retry, instead of a blank page.
      root.dataset.visit = "first";
      reportError(cause);
    });
  };
  styles.addEventListener("load", run);
  styles.addEventListener("error", run);
};

const files = document.getElementById("app-files")?.textContent;
if (files) {
  const load = (): void => loadApp(JSON.parse(files) as AppFiles);
  // On a first visit this page's text is all there is to read for a while, so it is painted first.
  if (root.dataset.visit === "first") afterPaint(load);
  else load();
}
