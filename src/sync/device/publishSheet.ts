import * as v from "valibot";
import { isSameDesk } from "#domain/desk.ts";
import type { Enrolment } from "#domain/device/profile.ts";
import { err, ok, type Result } from "#domain/result.ts";
import { listDeskDevices } from "#domain/trust/deskDevices.ts";
import { Sheet } from "#domain/trust/registry.ts";
import type { SignedFile } from "#domain/trust/signedFile.ts";
import { takeSheet } from "#protocol/registry.ts";
import { listEnrolments } from "#storage/desk/enrolments.ts";
import { listLostSheets, listRegistry } from "#storage/desk/registry.ts";
import type { EndpointClient } from "#sync/endpoint/endpointClient.ts";
import { type RevocationDeps, takeRevocation } from "#sync/pull/takeRevocation.ts";
import type { AskError } from "#sync/useSync.ts";

/**
 * Sends what a device has signed about its desk's recovery sheet to the endpoint; sending the same
 * again is harmless. It takes effect here once the registry is read again.
 */
export const publishSheet = async (
  deps: RevocationDeps & { readonly client: EndpointClient },
  { token }: Enrolment,
  signed: SignedFile,
): Promise<Result<void, AskError>> => {
  const { id } = v.parse(Sheet, JSON.parse(signed.content));
  const answer = await deps.client.call(takeSheet, {
    parameters: { id },
    request: signed,
    token,
  });
  if (answer.ok)
    return answer.value.type === "answered" ? ok(undefined) : err({ type: "notReached" });
  await takeRevocation(deps, answer.error);
  return err(answer.error.type === "refused" ? answer.error.error : answer.error);
};

/**
 * S12: sends the signed sheets of our desks again, the same bytes, if a restored endpoint lacks them.
 * Otherwise others would seal to no sheet, or to one that was replaced. Only sheets by valid devices:
 * the endpoint would refuse the others.
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
