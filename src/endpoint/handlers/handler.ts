import type { Instant } from "#domain/instant.ts";
import type { Result } from "#domain/result.ts";
import type { PublicKey } from "#domain/trust/signedFile.ts";
import type { Limits } from "#endpoint/config/limits.ts";
import type { Caller, DeskAccess } from "#endpoint/http/admit.ts";
import type { WriteLog } from "#endpoint/http/log.ts";
import type { RateLimiter, Slots } from "#endpoint/http/rates.ts";
import type { ReadBody } from "#endpoint/http/readRequest.ts";
import type { StaticFiles } from "#endpoint/http/staticFiles.ts";
import type { Notifier } from "#endpoint/notices/notifier.ts";
import type { ServedEdition } from "#endpoint/published/createEditionReader.ts";
import type { Store } from "#endpoint/store/store.ts";
import type { AnswerOf, ParametersOf, QueryOf, RequestOf } from "#protocol/call.ts";
import type { CallName, Calls, RefusalType } from "#protocol/calls.ts";
import type { ProtocolError } from "#protocol/errors.ts";

/**
 * Answers a call that `answerCall` has admitted and parsed by its row in the table: what is left is
 * usually one call to the store. The compiler lets it answer and refuse only as the row says.
 */
export type Handler<Name extends CallName> = (
  deps: HandlerDeps,
  asked: Asked<Name>,
) => Reply<Name> | Promise<Reply<Name>>;

/** `AnyAsked` of a known row. */
export type Asked<Name extends CallName> = {
  readonly caller: Calls[Name]["access"] extends DeskAccess ? Caller : undefined;
  readonly parameters: { readonly [Part in keyof ParametersOf<Calls[Name]>]: string };
  readonly query: QueryOf<Calls[Name]>;
  readonly body: ReadBody<RequestOf<Calls[Name]>>;
  readonly request: Request;
};

/** `AnyReply` of a known row. */
export type Reply<Name extends CallName> =
  | Result<
      {
        readonly status: Calls[Name]["statuses"][number];
        readonly content: AnswerOf<Calls[Name]>;
      },
      Refusal<Name>
    >
  | Response;

export type Refusal<Name extends CallName> = Extract<
  ProtocolError,
  { readonly type: RefusalType<Calls[Name]> }
>;

export type HandlerDeps = Deps & {
  readonly deviceLimiter: RateLimiter;
  readonly enrolmentLimiter: RateLimiter;
  readonly publisherLimiter: RateLimiter;
  readonly editionSlots: Slots;
};

/** Everything outside the endpoint's own code that it needs, passed from `server.ts`. */
export type Deps = {
  readonly store: Store;
  readonly readNewestEdition: () => Promise<ServedEdition | undefined>;
  readonly notifier: Notifier;
  readonly clock: () => Instant;
  /** Trusted keys: their signatures on editions, grants and revocations are believed. */
  readonly publishers: readonly PublicKey[];
  readonly staticFiles: StaticFiles;
  readonly writeLog: WriteLog;
  /** Origins of apps that live elsewhere and may call this endpoint (CORS). */
  readonly origins: readonly string[];
  readonly limits: Limits;
  /** Whether people reach it by HTTPS, through a proxy. */
  readonly isHttps: boolean;
  /** How many proxies of our own are in front of us; their `X-Forwarded-For` is believed. */
  readonly proxies: number;
};
