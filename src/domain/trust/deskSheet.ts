import { type DeskAddress, isSameDesk } from "#domain/desk.ts";
import { type DeskDevice, listDeskDevices } from "./deskDevices.ts";
import { maxReplacedSheets, type RegistryEntry, type Sheet, type SheetId } from "./registry.ts";

/** An entry about a desk's recovery sheet, with the device that signed it. */
export type MadeSheet = { readonly sheet: Sheet; readonly maker: DeskDevice };

/** The state of the recovery sheet to which a desk's letters may be sealed as well. */
export type DeskSheet =
  | { readonly type: "none" }
  | ({ readonly type: "made"; readonly sealingKey: string } & MadeSheet)
  | ({ readonly type: "withdrawn" } & MadeSheet)
  /** Anyone with that device may have seen the words: nothing is sealed to the sheet now. */
  | ({ readonly type: "makerRevoked" } & MadeSheet);

/**
 * Finds a desk's sheet in the registry: the entry that no other entry of the desk replaces, signed
 * by a device of that very desk. If two devices made one at the same moment, it is the last one
 * whose maker is not revoked. An entry whose maker was revoked still keeps the entries it replaced
 * invalid, because the older sheet may have been lost.
 */
export const findDeskSheet = (
  entries: readonly RegistryEntry[],
  devices: readonly DeskDevice[],
  desk: DeskAddress,
): DeskSheet => {
  const standing = listStanding(entries, devices, desk);
  const last = standing.findLast(({ maker }) => !maker.isRevoked) ?? standing.at(-1);
  if (!last) return { type: "none" };
  const { sealingKey } = last.sheet;
  if (sealingKey === null) return { ...last, type: "withdrawn" };
  return last.maker.isRevoked
    ? { ...last, type: "makerRevoked" }
    : { ...last, type: "made", sealingKey };
};

/** Lists the entries that a new one has to replace: all current ones, from any maker. */
export const listReplaced = (
  entries: readonly RegistryEntry[],
  desk: DeskAddress,
): readonly SheetId[] =>
  listStanding(entries, listDeskDevices(entries), desk)
    .map(({ sheet }) => sheet.id)
    .slice(-maxReplacedSheets);

/** Lists every recipient that a sheet of the desk ever had, valid or not. */
export const listSheetKeys = (
  entries: readonly RegistryEntry[],
  desk: DeskAddress,
): readonly string[] =>
  listMade(entries, listDeskDevices(entries), desk).flatMap(({ sheet }) => sheet.sealingKey ?? []);

const listStanding = (
  entries: readonly RegistryEntry[],
  devices: readonly DeskDevice[],
  desk: DeskAddress,
): readonly MadeSheet[] => {
  const made = listMade(entries, devices, desk);
  const replaced = new Set(made.flatMap(({ sheet }) => sheet.replaces));
  return made.filter(({ sheet }) => !replaced.has(sheet.id));
};

const listMade = (
  entries: readonly RegistryEntry[],
  devices: readonly DeskDevice[],
  desk: DeskAddress,
): readonly MadeSheet[] =>
  entries.flatMap((entry) => {
    if (entry.type !== "sheet" || !isSameDesk(entry.sheet.desk, desk)) return [];
    const maker = devices.find(({ keys }) => keys.device === entry.sheet.device);
    if (!maker || maker.keys.signingKey !== entry.signed.key) return [];
    const isOfDesk = maker.grant.role === "desk" && isSameDesk(maker.grant.desk, desk);
    return isOfDesk ? [{ sheet: entry.sheet, maker }] : [];
  });
