/**
 * Runs in the page: follows every reference from the global object and from every element (where
 * React hangs what it rendered), and gives the paths at which one of these words stands in a text or
 * in bytes. What only a closure holds can't be reached by anybody.
 */
export const findInGlobals = (words: readonly string[]): readonly string[] => {
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
