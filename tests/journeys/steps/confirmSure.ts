import type { Page } from "#tests/engines/page.ts";

/** Ticks the box of a dialog that asks whether one is sure, and presses what can't be undone. */
export const confirmSure = async (
  page: Page,
  { title, sure, go }: { readonly title: string; readonly sure?: string; readonly go: string },
): Promise<void> => {
  await page.waitForRole("dialog", title);
  if (sure !== undefined) await page.click("checkbox", sure);
  await page.click("button", go);
};
