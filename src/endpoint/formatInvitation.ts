import { formatInvitationCode, type InvitationCode } from "#domain/invitationCode.ts";
import type { Invitation } from "./store.ts";

/** An invitation as the commands print it: what for, a link, and the code as it is typed. */
export const formatInvitation = (
  invitation: Invitation,
  code: InvitationCode,
  address: string,
): string =>
  [
    `${invitation.desk}, ${invitation.role}, once, until ${invitation.expiresAt}`,
    `  link  ${address}/#/enrol/${code}`,
    `  code  ${formatInvitationCode(code)}`,
  ].join("\n");
