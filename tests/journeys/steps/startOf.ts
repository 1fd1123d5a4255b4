/** Matches what begins with `text`: a choice's name has its hint behind it. */
export const startOf = (text: string): RegExp =>
  new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`);
