import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "#tests/engines/page.ts";
import type { Enrolled } from "./enrolledProfile.ts";
import { beginInquiry, createAnswer, finishInquiry, seeKept, sendInquiry } from "./letterForm.ts";
import { seeHeld, seeText } from "./screen.ts";
import { goToPrivate, lockNow, openPrivate } from "./vaultForm.ts";

/** A word that stands nowhere by chance: twelve letters, marked so that a person sees what it is. */
export const createCanary = (): string =>
  `Canary${[...randomBytes(12)].map((byte) => String.fromCodePoint(97 + (byte % 26))).join("")}`;

/** The files under `folder` in which `word` stands in clear: UTF-8, UTF-16, or base64 of these. */
export const findInFiles = (folder: string, word: string): readonly string[] => {
  const forms = listForms(word);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const bytes = readIfThere(path);
      return forms.some((form) => bytes.includes(form));
    })
    .map((path) => path.slice(folder.length + 1));
};

/** A browser that runs removes files meanwhile. */
const readIfThere = (path: string): Buffer => {
  try {
    return readFileSync(path);
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT")
      return Buffer.alloc(0);
    throw cause;
  }
};

const listForms = (word: string): readonly Buffer[] => {
  const plain = [Buffer.from(word, "utf8"), Buffer.from(word, "utf16le")];
  return [...plain, ...plain.flatMap(listBase64)];
};

/** What stands in base64 whatever comes before it: once for each place in a group of three bytes. */
const listBase64 = (bytes: Buffer): readonly Buffer[] =>
  [0, 1, 2].map((offset) => {
    const text = Buffer.concat([Buffer.alloc(offset), bytes]).toString("base64");
    // The first and the last characters hold bits of what stands beside.
    return Buffer.from(text.replace(/=+$/, "").slice(4, -2));
  });

/**
 * Runs in the page: follows every reference from the global object and from every element (where
 * React hangs what it rendered), and gives the paths at which one of these words stands in a text or
 * in bytes. What only a closure holds can't be reached by anybody.
 */
const findInGlobals = (words: readonly string[]): readonly string[] => {
  const most = 400_000;
  const forms = words.flatMap((word) => [word, word.split("").join("\0")]);
  const seen = new Set<unknown>();
  const found: string[] = [];
  const waiting: { readonly value: unknown; readonly path: string }[] = [];
  const look = (value: unknown, path: string): void => {
    if (typeof value === "string") {
      if (words.some((word) => value.includes(word))) found.push(`globals: ${path}`);
    } else if ((typeof value === "object" && value !== null) || typeof value === "function") {
      if (seen.has(value) || seen.size > most) return;
      seen.add(value);
      waiting.push({ value, path });
    }
  };
  const lookInBytes = (value: ArrayBuffer | ArrayBufferView, path: string): void => {
    const text = new TextDecoder("latin1").decode(value);
    if (forms.some((form) => text.includes(form))) found.push(`globals: ${path}`);
  };
  const lookInside = (value: object, path: string): void => {
    if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return lookInBytes(value, path);
    look(Object.getPrototypeOf(value), `${path}.__proto__`);
    if (value instanceof Map || value instanceof Set) {
      for (const entry of value) look(entry, `${path}[entry]`);
    }
    for (const key of Reflect.ownKeys(value)) {
      const property = Object.getOwnPropertyDescriptor(value, key);
      const isOwn = value === globalThis && property?.get !== undefined;
      look(isOwn ? property.get?.call(value) : property?.value, `${path}.${String(key)}`);
    }
  };
  look(globalThis, "globalThis");
  for (const element of document.querySelectorAll("*")) look(element, `<${element.tagName}>`);
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    try {
      lookInside(next.value as object, next.path);
    } catch {
      // A getter that asks for a permission, or a proxy that refuses.
    }
  }
  if (seen.size > most) found.push("globals: more than were looked at");
  return found.slice(0, 20);
};

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

/** Runs in the page: keeps a word as carelessly as a program can, in all that keeps anything. */
export const keepInClear = async (word: string): Promise<null> => {
  localStorage.setItem("control", word);
  sessionStorage.setItem("control", word);
  await (await caches.open("control")).put("./control", new Response(word));
  const opening = indexedDB.open("control");
  opening.addEventListener("upgradeneeded", () => {
    for (const store of ["texts", "bytes"]) opening.result.createObjectStore(store);
  });
  await new Promise((resolve, reject) => {
    opening.addEventListener("success", resolve);
    opening.addEventListener("error", reject);
  });
  const writing = opening.result.transaction(["texts", "bytes"], "readwrite");
  writing.objectStore("texts").put({ inside: [word] }, 1);
  writing.objectStore("bytes").put({ inside: new TextEncoder().encode(word) }, 1);
  await new Promise((resolve) => writing.addEventListener("complete", resolve));
  opening.result.close();
  return null;
};

type App = Pick<Enrolled, "page" | "endpoint" | "translate">;

/** Where a person of Chile's desk writes or reads a word; it is seen there, each with its own end. */
export const canaryPlaces = ["Profile", "Sent", "Answer", "Note", "Draft"] as const;

/** Leaves `word` in all of them; the draft is on the screen in the end. */
export const writeCanaries = async (app: Enrolled, word: string): Promise<void> => {
  await writeProfile(app, `${word}Profile`);
  await sendWithNature(app, `${word}Sent`);
  const [inquiry] = await app.jamaica.readLetters();
  if (!inquiry) throw new Error("no inquiry");
  await app.jamaica.reply(inquiry, createAnswer(`${word}Answer`));
  await noteCall(app, `${word}Answer`, `${word}Note`);
  await writeDraft(app, `${word}Draft`);
};

/** Leaves a draft in which `nature` was typed, on the screen. */
export const writeDraft = async (app: App, nature: string): Promise<void> => {
  await beginInquiry(app);
  await typeInto(app.page, app.translate("inquiries:incidentStep.nature.label"), nature);
  await seeKept(app);
};

const writeProfile = async (app: App, name: string): Promise<void> => {
  const { page, translate: t } = app;
  await goToPrivate(app, "#/more/settings");
  await typeInto(page, t("device:profile.name.label"), name);
  await seeText(page, t("device:keeping.kept.message"));
};

const sendWithNature = async (app: App, nature: string): Promise<void> => {
  const { page, translate: t } = app;
  await beginInquiry(app);
  await typeInto(page, t("inquiries:incidentStep.nature.label"), nature);
  await finishInquiry(app);
  await sendInquiry(app);
  await seeHeld(app);
};

/** Reads the answer, and writes down a call about it. */
const noteCall = async (app: App, answer: string, note: string): Promise<void> => {
  const { page, translate: t } = app;
  await openPrivate(app, "#/inquiries");
  await page.click("link", /^Jamaica/);
  await seeText(page, answer);
  await page.click("button", t("inquiries:callWay.reached.action"));
  const start = t("inquiries:callWay.note.label", { when: "" }).trim();
  await page.waitForRole("textbox", new RegExp(`^${start}`));
  await typeInto(page, await page.evaluate(findLabel, start), note);
  // Before the key goes, what was typed last is written.
  await lockNow(app);
};

/** Key by key: a browser remembers what a person typed, not what a script has put there. */
const typeInto = async (page: Page, label: string, text: string): Promise<void> => {
  await page.fill(label, "");
  await page.click("textbox", label);
  await page.type(text);
};

/** Runs in the page. */
const findLabel = (start: string): string =>
  [...document.querySelectorAll("label")]
    .map(({ textContent }) => textContent?.trim() ?? "")
    .find((label) => label.startsWith(start)) ?? "";
