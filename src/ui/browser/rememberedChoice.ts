type ChoiceKey =
  | "enlace.language"
  | "enlace.textSize"
  | "enlace.theme"
  | "enlace.ready"
  | "enlace.installHint"
  | "enlace.lockIdle"
  | "enlace.lockBackground";

/**
 * A choice that must be known before the first paint, so it stands in localStorage, where `boot.ts`
 * reads it without waiting. Nothing private is kept here.
 */
export const rememberChoice = (key: ChoiceKey, value: string | null): void => {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // Storage is forbidden here: the choice holds until the page closes.
  }
};

/** The choice made before; null where there is none, or storage is forbidden. */
export const recallChoice = (key: ChoiceKey): string | null => {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
};
