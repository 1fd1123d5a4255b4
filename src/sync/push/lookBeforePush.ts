import { instantToDay, msToInstant } from "#domain/instant.ts";
import { listDeskDevices } from "#domain/trust/deskDevices.ts";
import { findEdition } from "#storage/content/editions.ts";
import { listRegistry } from "#storage/desk/registry.ts";
import { refreshDirectory } from "#sync/content/refreshDirectory.ts";
import type { TakeEditionDeps } from "#sync/content/takeEdition.ts";
import { type PullRegistryDeps, pullRegistry } from "#sync/pull/pullRegistry.ts";
import { takeRevocation } from "#sync/pull/takeRevocation.ts";
import type { DeskKnowledge } from "./planStop.ts";

/**
 * S11: looks at the newest edition and registry, and answers with what is held then. A look that
 * fails holds nothing up: whoever can make it fail could as well withhold what it would have shown.
 */
export const lookBeforePush = async (
  deps: PullRegistryDeps & TakeEditionDeps,
): Promise<DeskKnowledge> => {
  const [refreshed] = await Promise.all([refreshDirectory(deps), pullRegistry(deps)]);
  if (!refreshed.ok) await takeRevocation(deps, refreshed.error);
  return {
    edition: (await findEdition(deps.database))?.edition,
    devices: listDeskDevices(await listRegistry(deps.database)),
    today: instantToDay(msToInstant(deps.clock())),
  };
};
