import { rememberChoice } from "./rememberedChoice.ts";

/** Steps of the whole page's text, beside what the browser and the device do by themselves. */
export const textSizes = ["normal", "large", "largest"] as const;

export type TextSize = (typeof textSizes)[number];

/** As it is on the screen: `boot.ts` has set it before the first paint. */
export const readTextSize = (): TextSize =>
  textSizes.find((size) => size === document.documentElement.dataset.textSize) ?? "normal";

/** Takes effect at once, and at every start from now on. */
export const applyTextSize = (size: TextSize): void => {
  document.documentElement.dataset.textSize = size;
  rememberChoice("enlace.textSize", size);
};

/** `system` follows the device, by day and by night. */
const themes = ["system", "light", "dark"] as const;

export type Theme = (typeof themes)[number];

/** As it is on the screen: `boot.ts` has set it before the first paint. */
export const readTheme = (): Theme =>
  themes.find((theme) => theme === document.documentElement.dataset.theme) ?? "system";

/** Takes effect at once, and at every start from now on. */
export const applyTheme = (theme: Theme): void => {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  rememberChoice("enlace.theme", theme === "system" ? null : theme);
};
