import * as v from "valibot";
import { deskToId } from "#domain/desk.ts";
import { err, ok, type Result } from "#domain/result.ts";
import { DeviceKeys, type Sheet } from "#domain/trust/registry.ts";
import type { PublicKey } from "#domain/trust/signedFile.ts";
import { appendToRegistry, findTrusted, listHeldFiles } from "./sqliteRegistry.ts";
import type { SqliteTx } from "./sqliteTables.ts";
import type { SheetAttempt, SheetRefusal, Taken } from "./store.ts";

/** See `Store.saveSheet`; runs in the transaction that it is given. */
export const saveSheet = async (
  tx: SqliteTx,
  publishers: readonly PublicKey[],
  { sheet, file, maxSheets }: SheetAttempt,
): Promise<Result<Taken, SheetRefusal>> => {
  if (!(await isByMaker(tx, publishers, sheet, file.key))) return err({ type: "makerUnknown" });
  const [held] = await listHeldFiles(tx, "sheet", sheet.id);
  if (held) return held.content === file.content ? ok("before") : err({ type: "heldOtherwise" });
  if ((await countSheets(tx, file.key)) >= maxSheets) return err({ type: "sheetsFull", maxSheets });
  await appendToRegistry(tx, { type: "sheet", subject: sheet.id, file });
  return ok("now");
};

/** Whether a device that counts today, of that very desk, has signed it. */
const isByMaker = async (
  tx: SqliteTx,
  publishers: readonly PublicKey[],
  { device, desk }: Sheet,
  signer: PublicKey,
): Promise<boolean> => {
  const maker = await tx
    .selectFrom("devices")
    .select("grantId")
    .where("device", "=", device)
    .where("desk", "=", deskToId(desk))
    .where("role", "=", "desk")
    .executeTakeFirst();
  if (!maker) return false;
  if (await findTrusted(tx, publishers, "revocation", maker.grantId)) return false;
  if (!(await findTrusted(tx, publishers, "grant", maker.grantId))) return false;
  const [enrolment] = await listHeldFiles(tx, "enrolment", device);
  const keys = v.safeParse(DeviceKeys, JSON.parse(enrolment?.content ?? "null"));
  return keys.success && keys.output.signingKey === signer;
};

/** Of one device: a stolen one can't use up what its colleagues may make. */
const countSheets = async (tx: SqliteTx, signer: PublicKey): Promise<number> => {
  const rows = await tx
    .selectFrom("registry")
    .select("position")
    .where("type", "=", "sheet")
    .where("signer", "=", signer)
    .execute();
  return rows.length;
};
