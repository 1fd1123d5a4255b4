import { useEffect } from "react";
import { useVault } from "#sealing/vault/useVault.ts";
import { isClosedPartMissing } from "#storage/content/editions.ts";
import { useLive } from "#storage/useLive.ts";
import { useSync } from "#sync/useSync.ts";

/** Asks again for an edition that came while its closed contacts could not be sealed. */
export const FetchClosedPart = () => {
  const { refresh } = useSync();
  const isUnlocked = useVault().state.type === "unlocked";
  // A locked page does not even look: the whole edition would be read for it.
  const missing = useLive(
    isUnlocked ? isClosedPartMissing : () => Promise.resolve(false),
    `closed part missing ${isUnlocked}`,
  );
  const isWanted = missing.type === "ready" && missing.value;
  useEffect(() => {
    if (isWanted) refresh().catch(reportError);
  }, [isWanted, refresh]);
  return null;
};
