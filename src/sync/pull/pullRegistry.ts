import type { Enrolment } from "#domain/device/profile.ts";
import { err, ok, type Result } from "#domain/result.ts";
import type { Grant, RegistryEntry } from "#domain/trust/registry.ts";
import type { PublicKey } from "#domain/trust/signedFile.ts";
import { listRegistry as listRegistryCall, type RegistryAnswer } from "#protocol/registry.ts";
import { verifyRegistryRow } from "#signing/verifyRegistryRow.ts";
import type { RegistryRow } from "#storage/database.ts";
import { listEnrolments } from "#storage/desk/enrolments.ts";
import {
  findRegistryPosition,
  isSamePublishers,
  listRegistry,
  saveRegistryPage,
} from "#storage/desk/registry.ts";
import type { CallFailure, EndpointClient } from "#sync/endpoint/endpointClient.ts";
import { eraseRevoked, type RevocationDeps, takeRevocation } from "./takeRevocation.ts";

export type PullRegistryDeps = RevocationDeps & { readonly client: EndpointClient };

/** `skipped` rows do not lead back to a trusted publisher; they are not asked for again. */
export type RegistryReport = { readonly taken: number; readonly skipped: number };

export type PullRegistryError = CallFailure | { readonly type: "deskNotEnrolled" };

const pageRows = 100;
/** As with a feed: one without an end is broken, and the rest comes with the next pull. */
const maxPages = 1000;

/**
 * Reads the registry from this device's position, as the first of its desks that the endpoint admits,
 * and verifies each row up to the publisher. S13: a revocation of one of our own grants erases.
 */
export const pullRegistry = async (
  deps: PullRegistryDeps,
): Promise<Result<RegistryReport, PullRegistryError>> => {
  const enrolments = await listEnrolments(deps.database);
  let pulled: Result<RegistryReport, PullRegistryError> = err({ type: "deskNotEnrolled" });
  for (const enrolment of enrolments.filter(({ role }) => role === "desk")) {
    pulled = await pullAs(deps, enrolment);
    if (pulled.ok) break;
    await takeRevocation(deps, pulled.error);
  }
  await eraseRevoked(deps);
  return pulled;
};

/** S7: each page and its position are saved together; S12: a new epoch starts from the beginning. */
const pullAs = async (
  deps: PullRegistryDeps,
  { token }: Enrolment,
): Promise<Result<RegistryReport, PullRegistryError>> => {
  const { database, client, publishers } = deps;
  const start = await findStart(deps);
  const { grants } = start;
  let { epoch, after } = start;
  let [taken, skipped] = [0, 0];
  for (let page = 0; page < maxPages; page += 1) {
    const query = { after, limit: pageRows };
    const answer = await client.call(listRegistryCall, { query, token });
    if (!answer.ok) return err(answer.error);
    if (answer.value.type === "notModified") break;
    const { value } = answer.value;
    const isNewEpoch = epoch !== undefined && value.epoch !== epoch;
    epoch = value.epoch;
    if (isNewEpoch && after > 0) {
      after = 0;
      continue;
    }
    const rows = await verifyRows(value.rows, publishers, grants);
    const saved = await saveRegistryPage(database, { ...value, rows, publishers });
    if (!saved.ok) return saved;
    taken += rows.length;
    skipped += value.rows.length - rows.length;
    if (!value.more || value.next <= after) break;
    after = value.next;
  }
  return ok({ taken, skipped });
};

/** From the beginning if other keys were trusted last time: other rows were verified then. */
const findStart = async ({ database, publishers }: PullRegistryDeps) => {
  const found = await findRegistryPosition(database);
  if (!found || !isSamePublishers(found.publishers, publishers)) {
    return { epoch: undefined, after: 0, grants: new Map<PublicKey, Grant>() };
  }
  const grants = listGrants(await listRegistry(database));
  return { epoch: found.epoch, after: found.next, grants };
};

const verifyRows = async (
  rows: RegistryAnswer["rows"],
  publishers: readonly PublicKey[],
  grants: Map<PublicKey, Grant>,
): Promise<readonly RegistryRow[]> => {
  const verified: RegistryRow[] = [];
  for (const { position, file } of rows) {
    const entry = await verifyRegistryRow(file, publishers, (key) => grants.get(key));
    if (!entry.ok) continue;
    if (entry.value.type === "grant")
      grants.set(entry.value.grant.invitationKey, entry.value.grant);
    verified.push({ id: file.signature, position, entry: entry.value });
  }
  return verified;
};

const listGrants = (entries: readonly RegistryEntry[]): Map<PublicKey, Grant> =>
  new Map(
    entries.flatMap((entry) =>
      entry.type === "grant" ? [[entry.grant.invitationKey, entry.grant] as const] : [],
    ),
  );
