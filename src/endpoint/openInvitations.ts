import * as v from "valibot";
import { DeskId } from "#domain/desk.ts";
import type { Instant } from "#domain/instant.ts";
import type { Role } from "#domain/role.ts";
import { createInvitation, invitationDays } from "./createInvitation.ts";
import { formatInvitation } from "./formatInvitation.ts";
import type { Store } from "./store.ts";

/** Whom a demonstration invites: two States that can write to each other, and a reader. */
const invited: readonly { readonly desk: DeskId; readonly role: Role }[] = [
  { desk: v.parse(DeskId, "CL/policy"), role: "desk" },
  { desk: v.parse(DeskId, "JM/policy"), role: "desk" },
  { desk: v.parse(DeskId, "BR/foreign-affairs"), role: "reader" },
];

/**
 * Makes the demonstration's invitations and tells them as lines of text: a fresh one for each that
 * nobody has taken up yet (only hashes are kept, so an old code can't be told again, but holds).
 */
export const openInvitations = async (
  store: Store,
  address: string,
  at: Instant,
): Promise<readonly string[]> => {
  const lines: string[] = [];
  for (const { desk, role } of invited) {
    const enrolment = await store.findFirstEnrolment(desk, role);
    if (enrolment) {
      lines.push(`${desk}, ${role}, taken up on ${enrolment.enrolledAt}`);
      continue;
    }
    const { code, invitation } = createInvitation({ desk, role, days: invitationDays, at });
    await store.saveInvitation(invitation);
    lines.push(formatInvitation(invitation, code, address));
  }
  return lines;
};
