/** What to look for; `pattern` is a regular expression's source, `name` a whole name. */
export type RoleQuery = { role: string; name?: string; pattern?: string; flags?: string };

/**
 * Runs in the page, after axe-core's source: the visible elements of a role and an accessible name,
 * both as axe-core computes them; null if a new page has come without it. For WebKit, whose driver
 * asks one element at a time.
 */
export const findByRole = (query: RoleQuery): readonly Element[] | null => {
  if (!("axe" in globalThis)) return null;
  const { axe } = globalThis as unknown as {
    axe: {
      setup(root: Element): void;
      teardown(): void;
      commons: {
        aria: { getRole(element: Element): string | null };
        text: { accessibleText(element: Element): string };
      };
    };
  };
  const isVisible = (element: Element): boolean =>
    element.checkVisibility({ visibilityProperty: true }) && !element.closest("[aria-hidden=true]");
  const isNamed = (element: Element): boolean => {
    const name = axe.commons.text.accessibleText(element).replace(/\s+/g, " ").trim();
    if (query.pattern !== undefined) return new RegExp(query.pattern, query.flags).test(name);
    return query.name === undefined || name === query.name;
  };
  axe.teardown();
  axe.setup(document.documentElement);
  try {
    return [...document.querySelectorAll("body *")].filter(
      (element) =>
        axe.commons.aria.getRole(element) === query.role && isVisible(element) && isNamed(element),
    );
  } finally {
    axe.teardown();
  }
};
