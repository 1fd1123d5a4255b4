import type { Page } from "#tests/engines/page.ts";
import { findInGlobals } from "./findInGlobals.ts";

/** Where in the page, in its objects and in all that it can store any of these stands in clear. */
export const findInPage = async (page: Page, ...words: string[]): Promise<readonly string[]> => {
  const places: string[] = [];
  for (const find of [findInDom, findInGlobals, findInChoices, findInDatabases, findInCaches]) {
    places.push(...(await page.evaluate(find, words)));
  }
  return places;
};

// What follows runs in the page, each function by itself.

const findInDom = (words: readonly string[]): readonly string[] => {
  const fields = [...document.querySelectorAll<HTMLInputElement>("input, textarea, select")];
  const texts = {
    markup: document.documentElement.outerHTML,
    fields: fields.map(({ value }) => value).join("\n"),
    address: location.href,
    history: JSON.stringify(history.state),
    cookies: document.cookie,
    name: window.name,
  };
  return Object.entries(texts).flatMap(([place, text]) =>
    words.some((word) => text.includes(word)) ? [`DOM: ${place}`] : [],
  );
};

const findInChoices = (words: readonly string[]): readonly string[] =>
  Object.entries({ localStorage, sessionStorage }).flatMap(([name, storage]) =>
    words.some((word) => Object.entries<string>(storage).flat().join("\n").includes(word))
      ? [name]
      : [],
  );

/** Every value of every store, with the bytes that lie in it read as UTF-8 and as UTF-16. */
const findInDatabases = async (words: readonly string[]): Promise<readonly string[]> => {
  const forms = words.flatMap((word) => [word, word.split("").join("\0")]);
  const settle = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.addEventListener("success", () => resolve(request.result));
      request.addEventListener("error", () => reject(request.error));
    });
  const toText = (value: unknown): string => {
    if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) {
      return new TextDecoder("latin1").decode(value);
    }
    if (typeof value !== "object" || value === null) return String(value);
    return Object.entries(value)
      .map(([key, part]) => `${key} ${toText(part)}`)
      .join("\n");
  };
  const places: string[] = [];
  for (const { name = "" } of await indexedDB.databases()) {
    const database = await settle(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      const reading = database.transaction(store).objectStore(store);
      const [keys, values] = await Promise.all([
        settle(reading.getAllKeys()),
        settle(reading.getAll()),
      ]);
      const text = toText([keys, values]);
      if (forms.some((form) => text.includes(form))) places.push(`IndexedDB: ${name}/${store}`);
    }
    database.close();
  }
  return places;
};

const findInCaches = async (words: readonly string[]): Promise<readonly string[]> => {
  const places: string[] = [];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const text = (await (await cache.match(request))?.text()) ?? "";
      const all = `${request.url}\n${text}`;
      if (words.some((word) => all.includes(word))) places.push(`cache: ${request.url}`);
    }
  }
  return places;
};
