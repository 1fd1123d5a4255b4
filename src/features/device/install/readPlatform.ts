/** The platforms on which Enlace is installed differently. */
export type Platform =
  /** Opened from its own icon. */
  | "installed"
  /** A browser on an iPhone or iPad, whose storage is separate from that of the home screen app. */
  | "iosBrowser"
  | "androidFirefox"
  | "other";

/** Reads the platform; `navigator.standalone` exists on iPhones and iPads only. */
export const readPlatform = (): Platform => {
  const { standalone } = navigator as Navigator & { readonly standalone?: boolean };
  if (standalone === true || matchMedia("(display-mode: standalone)").matches) return "installed";
  if (standalone === false || /iPhone|iPad|iPod/.test(navigator.userAgent)) return "iosBrowser";
  return /Android.*Firefox/.test(navigator.userAgent) ? "androidFirefox" : "other";
};
