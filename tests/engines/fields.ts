/** What a person does on a screen, by what stands there: `choose` and `follow` click. */
export type Act =
  | { readonly fill: string; readonly text: string }
  /** A radio button or a check box, by how its label begins. */
  | { readonly choose: string }
  | { readonly follow: string }
  /** Waits for this heading. */
  | { readonly see: string };

/**
 * Runs in the page: does one act after the other, each once the one element that it needs is visible.
 * A field is set as a person's typing would, `input` and `change` included; the native setter is
 * called, because React puts its own over an input's. Clicks are the page's own, not a pointer's: for
 * what a journey has to pass on its way, which costs a tenth of a driver's clicks.
 */
export const actInPage = async (acts: readonly Act[]): Promise<void> => {
  type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
  const squeeze = (text: string | null): string => (text ?? "").replace(/\s+/g, " ").trim();
  const textOf = (element: HTMLElement): string => {
    const words = element.cloneNode(true) as HTMLElement;
    // The options of a select inside its label are no part of its name.
    for (const control of words.querySelectorAll("input, textarea, select")) control.remove();
    return squeeze(words.textContent);
  };
  const labelOf = (field: Field): string =>
    squeeze(field.getAttribute("aria-label") ?? [...(field.labels ?? [])].map(textOf).join(" "));
  const all = <E extends HTMLElement>(selector: string, isIt: (element: E) => boolean) =>
    [...document.querySelectorAll<E>(selector)].filter(
      (element) => element.checkVisibility() && isIt(element),
    );
  const find = (act: Act): readonly HTMLElement[] => {
    if ("fill" in act) {
      return all<Field>("input, textarea, select", (field) => labelOf(field) === squeeze(act.fill));
    }
    if ("choose" in act) {
      const choices = "input[type=radio], input[type=checkbox]";
      return all<HTMLInputElement>(choices, (field) =>
        labelOf(field).startsWith(squeeze(act.choose)),
      );
    }
    const [selector, text] = "follow" in act ? ["a", act.follow] : ["h1, h2, h3", act.see];
    return all(selector, (element) => squeeze(element.textContent) === squeeze(text));
  };
  const set = (field: Field, text: string): void => {
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
  for (const act of acts) {
    const giveUpAt = performance.now() + 10_000;
    while (find(act).length !== 1) {
      if (performance.now() > giveUpAt) {
        const shown = document.body.innerText.slice(0, 2000);
        throw new Error(`${find(act).length} of ${JSON.stringify(act)} on the screen: ${shown}`);
      }
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    const element = find(act)[0] as HTMLElement;
    if ("fill" in act) set(element as Field, act.text);
    else if (!("see" in act)) element.click();
  }
};

/** What to look for; without a name, every element of the role. */
export type RoleQuery = { readonly role: string; readonly name?: string };

/**
 * Runs in the page: the visible elements that have the role by their tag or by `role`, but those in
 * which the letters of `name` don't stand. For WebKit, whose driver tells an element's accessible name,
 * one at a time.
 */
export const findCandidates = ({ role, name }: RoleQuery): readonly Element[] => {
  const native: Readonly<Record<string, string>> = {
    button: "button, summary, input[type=button], input[type=submit]",
    checkbox: "input[type=checkbox]",
    dialog: "dialog",
    heading: "h1, h2, h3, h4, h5, h6",
    link: "a[href]",
    navigation: "nav",
    radio: "input[type=radio]",
    textbox:
      "textarea, input:not([type]), input:is([type=text], [type=email], [type=tel], [type=url])",
  };
  const squeeze = (text: string): string => text.replace(/\s+/g, "");
  const mayBeNamed = (element: Element): boolean => {
    if (name === undefined) return true;
    if (element.querySelector("[aria-label], [aria-labelledby], [aria-hidden], [alt]")) return true;
    const named = (element.getAttribute("aria-labelledby") ?? "").split(" ");
    const labels = (element as HTMLInputElement).labels ?? [];
    const sources = [element, ...labels, ...named.map((id) => document.getElementById(id))];
    const attributes = ["aria-label", "title", "alt", "value"];
    const texts = [
      ...sources.map((source) => source?.textContent ?? ""),
      ...attributes.map((attribute) => element.getAttribute(attribute) ?? ""),
    ];
    return squeeze(texts.join("")).includes(squeeze(name));
  };
  const tags = native[role];
  if (tags === undefined) throw new Error(`which tags have the role ${role}?`);
  return [...document.querySelectorAll(`:is(${tags}):not([role]), [role="${role}"]`)].filter(
    (element) =>
      mayBeNamed(element) &&
      element.checkVisibility({ visibilityProperty: true }) &&
      !element.closest("[aria-hidden=true]"),
  );
};
