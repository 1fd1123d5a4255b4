import type { Kysely } from "kysely";
import type { DeskId } from "#domain/desk.ts";
import type { Digest, EnvelopeId } from "#domain/envelope.ts";
import type { Instant } from "#domain/instant.ts";
import type { Enrolment, Invitation } from "./store.ts";

/** The tables as `migrate.ts` makes them. Only the store writes them, so they are trusted. */
export type SqliteTables = {
  readonly invitations: Invitation;
  readonly enrolments: Enrolment & { readonly codeHash: Digest; readonly tokenHash: Digest };
  readonly envelopes: {
    readonly id: EnvelopeId;
    readonly digest: Digest;
    readonly fromDesk: DeskId;
    readonly heldAt: Instant;
    readonly text: string;
  };
  readonly desks: { readonly desk: DeskId; position: number };
  readonly feeds: {
    readonly desk: DeskId;
    readonly position: number;
    readonly envelope: EnvelopeId;
  };
};

/** The database, or a transaction of it. */
export type SqliteTx = Kysely<SqliteTables>;
