import { createDirectorySearch } from "#domain/directory/searchDirectory.ts";
import { createSearchIndex, searchPassages } from "#domain/guidance/searchPassages.ts";
import type { Figure } from "#tests/commands/printFigures.ts";
import { readPacks } from "#tests/world/readPacks.ts";
import { createLargeEdition } from "./createLargeEdition.ts";
import { median } from "./quantile.ts";

const contactCount = 5_000;
const runs = 15;
const directoryQueries = ["chile", "nucleo", "ministere", "agency 12", "politica", "99", "zzzz"];
const guidanceQueries = ["e", "cbm", "punto de contacto", "incident", "paragraph 78", "zzz"];

/** The two searches by themselves, without a screen: each query's median, and the slowest of these. */
export const measureRules = (): readonly Figure[] => {
  const edition = createLargeEdition(contactCount);
  const search = createDirectorySearch(edition.states, {
    stateNames: (state) => [state],
    deskWords: { policy: ["politique"], "foreign-affairs": [], technical: [] },
  });
  const index = createSearchIndex(readPacks());
  return [
    {
      what: `a query over ${contactCount} contacts, unslowed`,
      value: timeSlowest(directoryQueries, search),
      unit: "ms",
      limit: { most: 15 },
    },
    {
      what: "a query over the guidance, unslowed",
      value: timeSlowest(guidanceQueries, (query) => searchPassages(index, query, "pt")),
      unit: "ms",
      limit: { most: 5 },
    },
  ];
};

const timeSlowest = (queries: readonly string[], search: (query: string) => unknown): number =>
  Math.max(
    ...queries.map((query) => median(Array.from({ length: runs }, () => time(search, query)))),
  );

const time = (search: (query: string) => unknown, query: string): number => {
  const startedAt = performance.now();
  search(query);
  return performance.now() - startedAt;
};
