import type { Enrolment } from "#domain/device/profile.ts";
import { listDeskDevices } from "#domain/trust/deskDevices.ts";
import { type DeskSheet, findDeskSheet } from "#domain/trust/deskSheet.ts";
import type { EnlaceDatabase } from "#storage/database.ts";
import { listEnrolments } from "#storage/desk/enrolments.ts";
import { listRegistry } from "#storage/desk/registry.ts";
import { type Live, useLive } from "#storage/useLive.ts";

/** A desk of this device, and whether it has a recovery sheet as far as the registry was read. */
export type SheetOfDesk = { readonly enrolment: Enrolment; readonly sheet: DeskSheet };

/** Of every desk of this device, read again whenever something about them changes. */
export const useDeskSheets = (): Live<readonly SheetOfDesk[]> =>
  useLive(readDeskSheets, "desk sheets");

const readDeskSheets = async (database: EnlaceDatabase): Promise<readonly SheetOfDesk[]> => {
  const [enrolments, entries] = await Promise.all([
    listEnrolments(database),
    listRegistry(database),
  ]);
  const devices = listDeskDevices(entries);
  return enrolments
    .filter(({ role }) => role === "desk")
    .map((enrolment) => ({ enrolment, sheet: findDeskSheet(entries, devices, enrolment.desk) }));
};
