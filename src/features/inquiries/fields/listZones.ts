import type { Edition } from "#domain/directory/edition.ts";

/**
 * The zones to choose from: the device's own first, UTC, the capitals of the directory, then all
 * that this device knows. Names of the IANA database; an offset would lie half the year.
 */
export const listZones = (
  own: string,
  edition: Edition | undefined,
  chosen: string,
): readonly string[] => {
  const capitals = (edition?.states ?? []).map(({ zone }) => zone).toSorted();
  // Safari before 15.4 has no list: the capitals are enough then.
  const all = "supportedValuesOf" in Intl ? Intl.supportedValuesOf("timeZone") : [];
  return [...new Set([own, "UTC", chosen, ...capitals, ...all])].filter((zone) => zone !== "");
};
