import { randomBytes } from "node:crypto";
import type { DeskId } from "#domain/desk.ts";
import { type Instant, instantToMs, msToInstant } from "#domain/instant.ts";
import { createInvitationCode, type InvitationCode } from "#domain/invitationCode.ts";
import type { Role } from "#domain/role.ts";
import { sha256 } from "./sha256.ts";
import type { Invitation } from "./store.ts";

export const invitationDays = 14;

export type InvitationOptions = {
  readonly desk: DeskId;
  readonly role: Role;
  readonly days: number;
  readonly at: Instant;
};

/** A fresh code, for the person alone, and the invitation that is kept of it. */
export const createInvitation = ({
  desk,
  role,
  days,
  at,
}: InvitationOptions): { readonly code: InvitationCode; readonly invitation: Invitation } => {
  const code = createInvitationCode([...randomBytes(16)]);
  const expiresAt = msToInstant(instantToMs(at) + days * 86_400_000);
  return { code, invitation: { codeHash: sha256(code), desk, role, createdAt: at, expiresAt } };
};
