type ChoiceKey =
  | "enlace.language"
  | "enlace.textSize"
  | "enlace.theme"
  | "enlace.ready"
  | "enlace.installHint"
  | "enlace.lockIdle"
  | "enlace.lockBackground";

/**
 * Saves a choice that must be known before the first paint. It is in localStorage, where `boot.ts`
 * reads it without waiting. Nothing private is saved here.
 */
export const rememberChoice = (key: ChoiceKey, value: string | null): void => {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // Storage is forbidden here: the choice lasts until the page closes.
  }
};

/** Returns the saved choice; null if there is none, or if storage is forbidden. */
export const recallChoice = (key: ChoiceKey): string | null => {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
};
