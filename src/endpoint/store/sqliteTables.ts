import type { Generated, Kysely } from "kysely";
import type { DeskId } from "#domain/desk.ts";
import type { DeviceId, Digest, EnvelopeId } from "#domain/envelope/envelope.ts";
import type { Instant } from "#domain/instant.ts";
import type { Grant, GrantId, SheetId } from "#domain/trust/registry.ts";
import type { PublicKey } from "#domain/trust/signedFile.ts";
import type { Enrolment } from "./store.ts";

export type RegistryRowType = "grant" | "enrolment" | "revocation" | "sheet";

/** The tables as `migrate.ts` makes them. Only the store writes them, so they are trusted. */
export type SqliteTables = {
  readonly meta: { readonly key: string; readonly value: string };
  /** `list`: a desk's feed by its desk, or `registry`. */
  readonly lists: { readonly list: DeskId | "registry"; position: number };
  readonly editions: {
    readonly taken: Generated<number>;
    readonly number: number;
    readonly demonstration: 0 | 1;
    readonly signer: PublicKey;
    readonly digest: Digest;
    /** A `SignedFile` as JSON. */
    readonly file: string;
  };
  readonly registry: {
    readonly position: number;
    readonly type: RegistryRowType;
    /** What it is about: a grant or a sheet by its id, an enrolment by its device's. */
    readonly subject: GrantId | DeviceId | SheetId;
    readonly signer: PublicKey;
    readonly file: string;
  };
  readonly grants: Pick<Grant, "id" | "role" | "invitationKey" | "expiresAt"> & {
    readonly desk: DeskId;
  };
  readonly devices: Enrolment & {
    readonly grantId: GrantId;
    readonly tokenHash: Digest;
    /** The last position of its desk's feed that it was given. */
    served: number;
    /** The last one that it asked for what comes after. */
    seen: number;
  };
  readonly envelopes: {
    readonly id: EnvelopeId;
    readonly digest: Digest;
    readonly fromDesk: DeskId;
    readonly toDesk: DeskId;
    readonly heldAt: Instant;
    readonly text: string;
  };
  readonly recipients: { readonly envelope: EnvelopeId; readonly device: DeviceId };
  readonly feeds: {
    readonly desk: DeskId;
    readonly position: number;
    readonly type: "envelope" | "delivered" | "recipientsGone";
    readonly envelope: EnvelopeId;
    readonly device: DeviceId | null;
    readonly at: Instant | null;
  };
  readonly subscriptions: {
    readonly device: DeviceId;
    /** A `PushTarget` as JSON. */
    readonly push: string | null;
    readonly mail: string | null;
    /** Something came that it was not told of. */
    readonly isWaiting: 0 | 1;
    readonly toldAt: Instant | null;
  };
};

/** The database, or a transaction of it. */
export type SqliteTx = Kysely<SqliteTables>;
