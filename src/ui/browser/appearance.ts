import { rememberChoice } from "./rememberedChoice.ts";

/** The sizes of the whole page's text, on top of the browser's and the device's own settings. */
export const textSizes = ["normal", "large", "largest"] as const;

export type TextSize = (typeof textSizes)[number];

/** Returns the size on the screen, which `boot.ts` has set before the first paint. */
export const readTextSize = (): TextSize =>
  textSizes.find((size) => size === document.documentElement.dataset.textSize) ?? "normal";

/** Applies a size at once, and saves it for every later start. */
export const applyTextSize = (size: TextSize): void => {
  document.documentElement.dataset.textSize = size;
  rememberChoice("enlace.textSize", size);
};

/** `system` follows the device's light and dark modes. */
const themes = ["system", "light", "dark"] as const;

export type Theme = (typeof themes)[number];

/** Returns the theme on the screen, which `boot.ts` has set before the first paint. */
export const readTheme = (): Theme =>
  themes.find((theme) => theme === document.documentElement.dataset.theme) ?? "system";

/** Applies a theme at once, and saves it for every later start. */
export const applyTheme = (theme: Theme): void => {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  rememberChoice("enlace.theme", theme === "system" ? null : theme);
};
