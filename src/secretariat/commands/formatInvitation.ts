import { deskToId } from "#domain/desk.ts";
import { formatInvitationCode } from "#domain/trust/invitationCode.ts";
import type { Invitation } from "./createInvitation.ts";

/** An invitation as the commands print it: what for, a link, and the code as it is typed. */
export const formatInvitation = ({ code, grant }: Invitation, address: string): string =>
  [
    `Invitation for ${deskToId(grant.desk)}, ${grant.role}, once, until ${grant.expiresAt}`,
    `  link  ${address}/#/enrol/${code}`,
    `  code  ${formatInvitationCode(code)}`,
  ].join("\n");
