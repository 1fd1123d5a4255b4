import { instantToDay, msToInstant } from "#domain/instant.ts";
import { listDeskDevices } from "#domain/trust/deskDevices.ts";
import { findEdition } from "#storage/editions.ts";
import { listRegistry } from "#storage/registry.ts";
import type { DeskKnowledge } from "./planStop.ts";
import { type PullRegistryDeps, pullRegistry } from "./pullRegistry.ts";
import { refreshDirectory } from "./refreshDirectory.ts";
import type { TakeEditionDeps } from "./takeEdition.ts";
import { takeRevocation } from "./takeRevocation.ts";

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
