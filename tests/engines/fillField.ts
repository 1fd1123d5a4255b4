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
