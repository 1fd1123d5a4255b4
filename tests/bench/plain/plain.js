// What the app is measured against: the same two screens from the same two records in IndexedDB,
// by hand and without a framework.
const language = "en";

const openDatabase = () =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open("plain", 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("packs", { keyPath: "language" });
      request.result.createObjectStore("editions", { keyPath: "key" });
    };
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error));
  });

const find = (database, store, key) =>
  new Promise((resolve, reject) => {
    const request = database.transaction(store).objectStore(store).get(key);
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error));
  });

const append = (parent, tag, text) => {
  const element = document.createElement(tag);
  element.textContent = text;
  parent.append(element);
  return element;
};

const showMeasure = (main, pack, number) => {
  const measure = pack.measures.find((one) => one.number === number);
  append(main, "h1", `CBM #${measure.number} ${measure.title}`);
  for (const { text } of measure.passages) append(main, "p", text);
  for (const { text } of [...pack.purpose, ...pack.implications]) append(main, "p", text);
  append(main, "p", measure.actions.activity.text);
  for (const { text } of measure.actions.checklist) append(main, "li", text);
};

const showDirectory = (main, edition) => {
  const names = new Intl.DisplayNames(language, { type: "region" });
  const { compare } = new Intl.Collator(language);
  append(main, "h1", "Directory");
  const list = append(main, "ul", "");
  const states = edition.states.map(({ state, desks }) => ({ name: names.of(state), desks }));
  for (const { name, desks } of states.toSorted((a, b) => compare(a.name, b.name))) {
    const contacts = desks.flatMap((desk) => desk.contacts);
    append(list, "li", `${name}: ${contacts.length}`);
  }
};

/** The first visit: everything onto the device. */
const prepare = async (database) => {
  const [pack, signed] = await Promise.all(
    [`content/${language}.json`, "content/directory.json"].map(async (path) =>
      (await fetch(path)).json(),
    ),
  );
  const edition = JSON.parse(signed.content);
  const writing = database.transaction(["packs", "editions"], "readwrite");
  writing.objectStore("packs").put(pack);
  writing.objectStore("editions").put({ key: "held", edition });
  await new Promise((resolve) => writing.addEventListener("complete", resolve));
  await navigator.serviceWorker.register("sw.js");
  await navigator.serviceWorker.ready;
};

const show = async (database) => {
  const main = document.querySelector("main");
  const number = /^#\/measures\/(\d+)$/.exec(location.hash)?.[1];
  if (number === undefined) showDirectory(main, (await find(database, "editions", "held")).edition);
  else showMeasure(main, await find(database, "packs", language), Number(number));
};

const database = await openDatabase();
if (!navigator.serviceWorker.controller) await prepare(database);
await show(database);
document.documentElement.dataset.ready = "yes";
