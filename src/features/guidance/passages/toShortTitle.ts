/** A document's name without what follows the first comma, colon or parenthesis. */
export const toShortTitle = (title: string): string => title.split(/\s*[,:(]/u)[0]?.trim() || title;
