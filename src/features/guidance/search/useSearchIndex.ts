import { useMemo } from "react";
import { createSearchIndex, type SearchIndex } from "#domain/guidance/searchPassages.ts";
import { listContentPacks } from "#storage/content/contentPacks.ts";
import { type Live, useLive } from "#storage/useLive.ts";

/** All packs on this device, folded once and not at each letter: that takes 20 ms. */
export const useSearchIndex = (): Live<SearchIndex> => {
  const live = useLive(listContentPacks, "all packs");
  return useMemo(
    () => (live.type === "ready" ? { ...live, value: createSearchIndex(live.value) } : live),
    [live],
  );
};
