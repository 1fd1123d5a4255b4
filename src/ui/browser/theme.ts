import { rememberChoice } from "./rememberedChoice.ts";

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
