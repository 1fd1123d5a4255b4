import { isSameDesk } from "#domain/desk.ts";
import { listDeskDevices } from "#domain/trust/deskDevices.ts";
import { listEnrolments } from "#storage/desk/enrolments.ts";
import { listLostSheets, listRegistry } from "#storage/desk/registry.ts";
import type { EndpointClient } from "#sync/endpoint/endpointClient.ts";
import type { RevocationDeps } from "#sync/pull/takeRevocation.ts";
import { publishSheet } from "./publishSheet.ts";

/**
 * S12: what was said of our desks' recovery sheets, and what a restored endpoint does not know, is
 * brought to it again, the same bytes: else others would seal to no sheet, or to one that was replaced.
 * Only what it can take: the word of a device that it knows.
 */
export const putSheetsAgain = async (
  deps: RevocationDeps & { readonly client: EndpointClient },
): Promise<void> => {
  const lost = await listLostSheets(deps.database);
  if (lost.length === 0) return;
  const enrolments = await listEnrolments(deps.database);
  const devices = listDeskDevices(await listRegistry(deps.database));
  for (const { sheet, signed } of lost) {
    const counts = devices.some(
      ({ keys, isRevoked }) => !isRevoked && keys.device === sheet.device,
    );
    const enrolment = enrolments.find(
      ({ role, desk }) => role === "desk" && isSameDesk(desk, sheet.desk),
    );
    if (counts && enrolment) await publishSheet(deps, enrolment, signed);
  }
};
