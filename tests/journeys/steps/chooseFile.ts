/**
 * Runs in the page: puts a file into the one file field with this label, as its picker would. No
 * driver is asked: that of WebKit can't.
 */
export const chooseFile = ({ label, text }: { label: string; text: string }): null => {
  const fields = [...document.querySelectorAll<HTMLInputElement>("input[type=file]")].filter(
    ({ labels }) => [...(labels ?? [])].some(({ textContent }) => textContent?.trim() === label),
  );
  const [field] = fields;
  if (!field || fields.length !== 1) throw new Error(`${fields.length} file fields "${label}"`);
  const chosen = new DataTransfer();
  chosen.items.add(new File([text], "edition.json", { type: "application/json" }));
  field.files = chosen.files;
  field.dispatchEvent(new Event("change", { bubbles: true }));
  return null;
};
