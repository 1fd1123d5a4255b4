import { useState, useSyncExternalStore } from "react";
import { toOpenDirectory } from "#domain/directory/openDirectory.ts";
import type { ReadableDirectory } from "#domain/directory/readableDirectory.ts";
import { useSealing } from "#sealing/vault/useSealing.ts";
import type { Vault } from "#sealing/vault/vault.ts";
import { directoryQuery, findEdition, findPrivatePart } from "#storage/content/editions.ts";
import type { EnlaceDatabase } from "#storage/database.ts";
import { type Live, useLive } from "#storage/useLive.ts";

/**
 * Returns the saved directory as far as it can be read now; undefined while there is none. While
 * the vault is open, shows nothing until the private contacts are in place: adding them later would
 * move the others.
 */
export const useDirectory = (): Live<ReadableDirectory | undefined> => {
  const { vault } = useSealing();
  const isUnlocked = useSyncExternalStore(vault.listen, () => vault.state().type === "unlocked");
  const [hasPrivate, setHasPrivate] = useState(false);
  const joins = isUnlocked && hasPrivate;
  const live = useLive(
    joins ? (database) => readOpenDirectory(database, vault) : directoryQuery.read,
    joins ? "directory opened" : directoryQuery.key,
  );
  const found =
    live.type === "ready" && live.value ? live.value.privateReading.type !== "none" : hasPrivate;
  if (found !== hasPrivate) setHasPrivate(found);
  return live;
};

/** Reads the saved directory with its private contacts, if the vault opens them. */
export const readOpenDirectory = async (
  database: EnlaceDatabase,
  vault: Vault,
): Promise<ReadableDirectory | undefined> => {
  // Both at once: Dexie stops watching reads that follow a foreign await.
  const [held, row] = await Promise.all([findEdition(database), findPrivatePart(database)]);
  const part = row && (await vault.open("directory", row));
  return held && toOpenDirectory(held, part?.ok ? part.value : undefined);
};
