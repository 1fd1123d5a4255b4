/**
 * Runs in the page: sets the one field with this label as a person's typing would, `input` and
 * `change` included. The native setter is called, because React puts its own over an input's.
 */
export const fillField = async ({
  label,
  text,
}: {
  label: string;
  text: string;
}): Promise<void> => {
  type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
  const labelOf = (field: Field): string =>
    (field.getAttribute("aria-label") ?? [...(field.labels ?? [])].map(textOf).join(" ")).trim();
  const textOf = (element: HTMLElement): string => {
    const words = element.cloneNode(true) as HTMLElement;
    // The options of a select inside its label are no part of its name.
    for (const control of words.querySelectorAll("input, textarea, select")) control.remove();
    return (words.textContent ?? "").replace(/\s+/g, " ").trim();
  };
  const find = (): readonly Field[] =>
    [...document.querySelectorAll<Field>("input, textarea, select")].filter(
      (field) => labelOf(field) === label && field.checkVisibility(),
    );
  const giveUpAt = performance.now() + 10_000;
  while (find().length !== 1) {
    if (performance.now() > giveUpAt) {
      const shown = document.body.innerText.slice(0, 2000);
      throw new Error(`${find().length} fields "${label}" on the screen: ${shown}`);
    }
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  const field = find()[0] as Field;
  const option =
    field instanceof HTMLSelectElement
      ? [...field.options].find((one) => one.label === text || one.text === text)
      : undefined;
  if (field instanceof HTMLSelectElement && !option) throw new Error(`no option "${text}"`);
  field.focus();
  const native = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value");
  native?.set?.call(field, option?.value ?? text);
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.dispatchEvent(new Event("change", { bubbles: true }));
};

/** What to look for; `pattern` is a regular expression's source, `name` a whole name. */
export type RoleQuery = { role: string; name?: string; pattern?: string; flags?: string };

/**
 * Runs in the page: the visible elements of a role and an accessible name, both as axe-core computes
 * them; null if there are such, but axe-core's source was not evaluated in this page yet. For WebKit,
 * whose driver asks one element at a time.
 */
export const findByRole = (query: RoleQuery): readonly Element[] | null => {
  // What can have the role at all: axe-core is slow, and is asked again and again.
  const native: Record<string, string> = {
    button: "button, summary, input",
    checkbox: "input",
    dialog: "dialog",
    heading: "h1, h2, h3, h4, h5, h6",
    link: "a, area",
    navigation: "nav",
    radio: "input",
    textbox: "input, textarea",
  };
  const tags = native[query.role] ?? "body *";
  // A name is put together from these: one that is not in them is nobody's, and axe-core isn't asked.
  const squeeze = (text: string): string => text.replace(/\s+/g, "");
  const mayBeNamed = (element: Element): boolean => {
    if (query.name === undefined) return true;
    if (element.querySelector("[aria-label], [aria-labelledby], [aria-hidden], [alt]")) return true;
    const named = (element.getAttribute("aria-labelledby") ?? "").split(" ");
    const labels = (element as HTMLInputElement).labels ?? [];
    const sources = [element, ...labels, ...named.map((id) => document.getElementById(id))];
    const attributes = ["aria-label", "title", "alt", "value"];
    const texts = [
      ...sources.map((source) => source?.textContent ?? ""),
      ...attributes.map((name) => element.getAttribute(name) ?? ""),
    ];
    return squeeze(texts.join("")).includes(squeeze(query.name));
  };
  const candidates = [...document.querySelectorAll(`${tags}, [role="${query.role}"]`)].filter(
    (element) =>
      mayBeNamed(element) &&
      element.checkVisibility({ visibilityProperty: true }) &&
      !element.closest("[aria-hidden=true]"),
  );
  if (candidates.length === 0) return [];
  if (!("axe" in globalThis)) return null;
  const { axe } = globalThis as unknown as {
    axe: {
      setup(root: Element): void;
      teardown(): void;
      commons: {
        aria: { getRole(element: Element): string | null };
        text: { accessibleText(element: Element): string };
      };
    };
  };
  const isNamed = (element: Element): boolean => {
    const name = axe.commons.text.accessibleText(element).replace(/\s+/g, " ").trim();
    if (query.pattern !== undefined) return new RegExp(query.pattern, query.flags).test(name);
    return query.name === undefined || name === query.name;
  };
  axe.teardown();
  axe.setup(document.documentElement);
  try {
    return candidates.filter(
      (element) => axe.commons.aria.getRole(element) === query.role && isNamed(element),
    );
  } finally {
    axe.teardown();
  }
};
