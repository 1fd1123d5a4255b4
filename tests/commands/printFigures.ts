/** One thing measured, and how much or how little it may be. */
export type Figure = {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly limit?: { readonly most: number } | { readonly least: number };
};

/** Prints a table; true if everything keeps its limit. */
export const printFigures = (figures: readonly Figure[]): boolean => {
  const width = Math.max(...figures.map(({ what }) => what.length));
  console.log("");
  for (const figure of figures) {
    const { what, value, unit } = figure;
    const shown = `${round(value)} ${unit}`.trim().padStart(14);
    console.log(`${what.padEnd(width)} ${shown}  ${formatLimit(figure)}`);
  }
  return figures.every(keepsLimit);
};

const formatLimit = (figure: Figure): string => {
  const { limit } = figure;
  if (!limit) return "";
  const bound = "most" in limit ? `at most ${limit.most}` : `at least ${limit.least}`;
  return `${bound.padEnd(16)} ${keepsLimit(figure) ? "kept" : "BROKEN"}`;
};

const keepsLimit = ({ value, limit }: Figure): boolean => {
  if (!limit) return true;
  return "most" in limit ? value <= limit.most : value >= limit.least;
};

const round = (value: number): string =>
  Number.isInteger(value) ? String(value) : value.toFixed(value < 10 ? 2 : 1);
