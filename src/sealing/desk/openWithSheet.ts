import { type DeskId, idToDesk } from "#domain/desk.ts";
import { isWithinDesk } from "#domain/envelope/envelope.ts";
import { err, ok, type Result } from "#domain/result.ts";
import { listDeskDevices } from "#domain/trust/deskDevices.ts";
import { listSheetKeys } from "#domain/trust/deskSheet.ts";
import { type ReadingKeys, readArrival } from "#sealing/arrivals/openArrival.ts";
import {
  type OpenArrivalsError,
  type OpenArrivalsOptions,
  saveArrivals,
} from "#sealing/arrivals/openArrivals.ts";
import type { Arrival } from "#sealing/arrivals/planArrivals.ts";
import type { PrivateDeps } from "#sealing/vault/useSealing.ts";
import { listRegistry } from "#storage/desk/registry.ts";
import type { ArrivedEnvelope } from "#storage/feed/arrived.ts";
import { listSealedBefore } from "#storage/feed/arrivedCounts.ts";
import { tryStorage } from "#storage/storageError.ts";
import { withWebLock } from "#storage/withWebLock.ts";
import type { SheetSecret } from "./sheetWords.ts";

/** Numbers of letters; notes within the desk are not counted. */
export type SheetOutcome = {
  readonly opened: number;
  /** Sealed before the sheet was made, after it was replaced, or to devices alone. */
  readonly closed: number;
  /** Opened, but not what the envelope claims: the list shows it with its reason. */
  readonly refused: number;
  /** The author is not known here yet: once the registry is read, the words open these too. */
  readonly unknown: number;
};

export type OpenWithSheetError =
  | OpenArrivalsError
  /** The registry has no such sheet for this desk, and its words opened nothing. */
  | { readonly type: "sheetOfOtherDesk" };

const batchSize = 20;

/**
 * Opens letters that arrived for a desk before this device joined it, with a recovery sheet's
 * secret. Each letter is verified as if this device had been there, and kept in its thread under
 * the data key. The secret is never stored.
 */
export const openWithSheet = (
  deps: PrivateDeps,
  desk: DeskId,
  { identity, sealingKey }: SheetSecret,
  { isRegistryFresh }: OpenArrivalsOptions,
): Promise<Result<SheetOutcome, OpenWithSheetError>> =>
  withWebLock("enlace-open", async () => {
    const entries = await tryStorage(() => listRegistry(deps.database));
    if (!entries.ok) return entries;
    const before = await tryStorage(() => listSealedBefore(deps.database, desk));
    if (!before.ok) return before;
    const devices = listDeskDevices(entries.value);
    const opening = { type: "sheet", identity } as const;
    let refused = 0;
    let unknown = 0;
    for (let at = 0; at < before.value.length; at += batchSize) {
      const batch = before.value.slice(at, at + batchSize);
      const read = await readBatch(batch, { devices, opening, isRegistryFresh });
      const saved = await saveArrivals(deps, read.arrivals);
      if (!saved.ok) return saved;
      refused += read.refused;
      unknown += read.unknown;
    }
    const after = await tryStorage(() => listSealedBefore(deps.database, desk));
    if (!after.ok) return after;
    const closed = countLetters(after.value) - unknown;
    const opened = countLetters(before.value) - closed - unknown - refused;
    const isKnown = listSheetKeys(entries.value, idToDesk(desk)).includes(sealingKey);
    if (opened + refused + unknown === 0 && !isKnown) return err({ type: "sheetOfOtherDesk" });
    return ok({ opened, closed, refused, unknown });
  });

/** Reads a batch; skips envelopes that the sheet does not open or whose author is unknown. */
const readBatch = async (rows: readonly ArrivedEnvelope[], keys: ReadingKeys) => {
  const arrivals: Arrival[] = [];
  let refused = 0;
  let unknown = 0;
  for (const row of rows) {
    const arrival = await readArrival(row, keys);
    if (!arrival || arrival.problem?.type === "authorUnknown") {
      unknown += isLetter(row) ? 1 : 0;
    } else if (arrival.problem?.type !== "notSealedToUs") {
      arrivals.push(arrival);
      if (arrival.problem && isLetter(row)) refused += 1;
    }
  }
  return { arrivals, refused, unknown };
};

const countLetters = (rows: readonly ArrivedEnvelope[]): number => rows.filter(isLetter).length;

const isLetter = ({ kind }: ArrivedEnvelope): boolean => !isWithinDesk(kind);
