/**
 * Runs before the first paint, alone: picks the language that is known or preferred, and says
 * whether the app was here before, so that nothing flashes. Built into one classic script.
 */
import { hashToPlace } from "./placeWords.ts";

/** Written into `index.html` by the build: which files hold which messages and screens. */
type ChunkMap = {
  readonly messages: Readonly<Record<string, string>>;
  readonly places: Readonly<Record<string, readonly string[]>>;
};

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

/** Asks for the chunks of the first screen now, not when the first script has asked for them. */
const preloadChunks = (found: string): void => {
  const text = document.getElementById("chunks")?.textContent;
  if (!text) return;
  const chunks = JSON.parse(text) as ChunkMap;
  const place = hashToPlace(location.hash);
  const namespaces = ["app", "errors", ...(place ? [place] : [])];
  const files = [
    ...namespaces.map((namespace) => chunks.messages[`${found}/${namespace}`]),
    ...(place ? (chunks.places[place] ?? []) : []),
  ];
  for (const file of files) {
    if (file === undefined) continue;
    const link = document.createElement("link");
    link.rel = file.endsWith(".css") ? "stylesheet" : "modulepreload";
    link.crossOrigin = "";
    link.href = file;
    document.head.append(link);
  }
};
if (language !== undefined) preloadChunks(language);
