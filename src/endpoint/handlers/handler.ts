import type { Context } from "hono";
import type { Instant } from "#domain/instant.ts";
import type { PublicKey } from "#domain/trust/signedFile.ts";
import type { Limits } from "#endpoint/config/limits.ts";
import type { Caller } from "#endpoint/http/admit.ts";
import type { WriteLog } from "#endpoint/http/log.ts";
import type { RateLimiter, Slots } from "#endpoint/http/rates.ts";
import type { StaticFiles } from "#endpoint/http/staticFiles.ts";
import type { Notifier } from "#endpoint/notices/notifier.ts";
import type { ServedEdition } from "#endpoint/published/createEditionReader.ts";
import type { Store } from "#endpoint/store/store.ts";

export type EndpointEnv = {
  Variables: {
    /** What the log calls this request's path. */
    logPath: string;
    /** What rates are counted by. */
    address: string;
  };
};

export type HandlerDeps = Deps & {
  readonly deviceLimiter: RateLimiter;
  readonly enrolmentLimiter: RateLimiter;
  readonly publisherLimiter: RateLimiter;
  readonly editionSlots: Slots;
};

/** Parses, makes one call to the store, answers. */
export type Handler = (
  deps: HandlerDeps,
  context: Context<EndpointEnv>,
) => Response | Promise<Response>;

/** As a handler, for a desk's device that `admit.ts` has let in. */
export type DeskHandler = (
  deps: HandlerDeps,
  context: Context<EndpointEnv>,
  caller: Caller,
) => Promise<Response>;

/** All that the endpoint needs of the world, passed from `server.ts`. */
export type Deps = {
  readonly store: Store;
  readonly readNewestEdition: () => Promise<ServedEdition | undefined>;
  readonly notifier: Notifier;
  readonly clock: () => Instant;
  /** Whose signature on editions, grants and revocations is believed. */
  readonly publishers: readonly PublicKey[];
  readonly staticFiles: StaticFiles;
  readonly writeLog: WriteLog;
  /** Origins of apps that live elsewhere and may call this endpoint (CORS). */
  readonly origins: readonly string[];
  readonly limits: Limits;
  /** Whether people reach it by HTTPS, through a proxy. */
  readonly isHttps: boolean;
  /** How many proxies of our own stand before us; their `X-Forwarded-For` is believed. */
  readonly proxies: number;
};
