import type { DeskAddress } from "#domain/desk.ts";
import { type DeskDevice, listRecipients } from "#domain/trust/deskDevices.ts";

/** Whether it is known that nothing sealed can reach a desk: phone, e-mail or paper is the way then. */
export const hasNoDevice = (
  devices: readonly DeskDevice[] | undefined,
  desk: DeskAddress | undefined,
): boolean =>
  devices !== undefined && desk !== undefined && listRecipients(devices, desk).length === 0;
