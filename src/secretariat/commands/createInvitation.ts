import { randomBytes, randomUUID } from "node:crypto";
import * as v from "valibot";
import type { DeskAddress, Role } from "#domain/desk.ts";
import { type Instant, instantToMs, msToInstant } from "#domain/instant.ts";
import { createInvitationCode, type InvitationCode } from "#domain/trust/invitationCode.ts";
import { Grant } from "#domain/trust/registry.ts";
import { codeToSeed } from "#signing/codeToSeed.ts";
import { seedToPublicKey } from "#signing/createSigningSeed.ts";

export const invitationDays = 14;

export type InvitationOptions = {
  readonly desk: DeskAddress;
  readonly role: Role;
  readonly days: number;
  readonly at: Instant;
};

/** An invitation: the code is for the person alone, the grant is what the publisher signs of it. */
export type Invitation = { readonly code: InvitationCode; readonly grant: Grant };

/** Makes a fresh code, and the grant that knows only the public half of the code's key. */
export const createInvitation = async ({
  desk,
  role,
  days,
  at,
}: InvitationOptions): Promise<Invitation> => {
  const code = createInvitationCode([...randomBytes(16)]);
  const grant = v.parse(Grant, {
    schema: "grant/1",
    id: randomUUID(),
    desk,
    role,
    invitationKey: seedToPublicKey(await codeToSeed(code)),
    issuedAt: at,
    expiresAt: msToInstant(instantToMs(at) + days * 86_400_000),
  });
  return { code, grant };
};
