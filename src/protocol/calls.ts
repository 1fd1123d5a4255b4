import type { Access, Call } from "./call.ts";
import { enrolDevice } from "./enrolment.ts";
import type { ProtocolErrorType } from "./errors.ts";
import { readHealth, readOpenapi } from "./health.ts";
import { holdMessage, listMessages } from "./messages.ts";
import { readDirectory, takeEdition, takeGrant, takeRevocation } from "./published.ts";
import { listRegistry, takeSheet } from "./registry.ts";
import { subscribeDevice } from "./subscription.ts";

/** Every call of the protocol, version 1. Its handler and its OpenAPI words have the same name. */
export const calls = {
  readHealth,
  takeEdition,
  takeGrant,
  takeRevocation,
  enrolDevice,
  readDirectory,
  listRegistry,
  takeSheet,
  holdMessage,
  listMessages,
  subscribeDevice,
  readOpenapi,
} as const satisfies Readonly<Record<string, Call>>;

export type Calls = typeof calls;
export type CallName = keyof Calls;

const isCallName = (name: string): name is CallName => Object.hasOwn(calls, name);

export const callNames: readonly CallName[] = Object.keys(calls).filter(isCallName);

const ofToken = ["unauthenticated", "revoked"] as const;

/** Refusals because of who makes the call. */
const accessRefusals = {
  everybody: [],
  publisher: [],
  invitation: [],
  directory: ofToken,
  desk: [...ofToken, "forbidden"],
  ownDesk: [...ofToken, "forbidden"],
  ownDevice: [...ofToken, "forbidden"],
} as const satisfies Readonly<Record<Access, readonly ProtocolErrorType[]>>;

const bodyRefusals = ["malformed", "unsupportedMediaType", "tooLarge", "timeout"] as const;
const queryRefusals = ["malformed"] as const;
const anyRefusals = ["rateLimited", "internal", "unavailable"] as const;

/** Every type with which a call may be refused. */
export const listRefusals = ({
  access,
  refusals,
  query,
  request,
}: Call): readonly ProtocolErrorType[] => [
  ...accessRefusals[access],
  ...refusals,
  ...(query ? queryRefusals : []),
  ...(request ? bodyRefusals : []),
  ...anyRefusals,
];

/** The same as a type. */
export type RefusalType<C extends Call> =
  | (typeof accessRefusals)[C["access"]][number]
  | C["refusals"][number]
  | (C extends { readonly query: object } ? (typeof queryRefusals)[number] : never)
  | (C extends { readonly request: object } ? (typeof bodyRefusals)[number] : never)
  | (typeof anyRefusals)[number];
