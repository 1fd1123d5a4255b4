import type * as v from "valibot";
import type { ProtocolErrorType } from "./errors.ts";

/**
 * [Note: one table of calls] The endpoint's routes, the app's client and the OpenAPI document read the
 * same row, so none of them can disagree with the others. Each row is next to its schemas, in the file
 * of its subject, and `calls.ts` lists all rows. The app imports single rows and never that list, so
 * its first chunk has only the rows that it calls.
 */
export type Call = {
  readonly method: "GET" | "PUT" | "POST";
  /** Under the endpoint's base address; `{id}` is filled from `parameters`. */
  readonly path: `/v1/${string}`;
  readonly access: Access;
  readonly parameters?: Readonly<Record<string, v.GenericSchema>>;
  /** Parses the texts of a query into values. */
  readonly query?: v.ObjectSchema<v.ObjectEntries, undefined>;
  readonly request?: {
    readonly schema: v.GenericSchema;
    /** Which of the endpoint's limits bounds the body (`endpoint/config/limits.ts`). */
    readonly size: "message" | "signed" | "edition";
  };
  /** The body of every answer but a refusal and a 304; null if it is not of this protocol. */
  readonly answer: v.GenericSchema | null;
  readonly statuses: readonly number[];
  /** Only those that are special to this call; `listRefusals` adds the others. */
  readonly refusals: readonly ProtocolErrorType[];
};

/**
 * Who may make a call.
 * - `publisher`, `invitation`: anyone with a file that a trusted publisher, or the holder of an
 *   invitation's code, has signed;
 * - `directory`: everybody while the newest edition is a demonstration, otherwise enrolled devices;
 * - `desk`: devices of any desk;
 * - `ownDesk`, `ownDevice`: devices of the desk, or the one device, that the call is about.
 */
export type Access =
  | "everybody"
  | "publisher"
  | "invitation"
  | "directory"
  | "desk"
  | "ownDesk"
  | "ownDevice";

export type AnswerOf<C extends Call> = C["answer"] extends v.GenericSchema
  ? v.InferOutput<C["answer"]>
  : never;

export type QueryOf<C extends Call> = C extends { readonly query: infer Q extends v.GenericSchema }
  ? v.InferOutput<Q>
  : undefined;

/** A call's body, parsed. */
export type RequestOf<C extends Call> = C extends {
  readonly request: { readonly schema: infer S extends v.GenericSchema };
}
  ? v.InferOutput<S>
  : undefined;

export type ParametersOf<C extends Call> = C extends { readonly parameters: infer P }
  ? { readonly [Name in keyof P]: P[Name] extends v.GenericSchema ? v.InferOutput<P[Name]> : never }
  : undefined;

type Texts = Readonly<Record<string, string | number>>;

/** Fills a call's path, and adds its query in the order in which it is given. */
export const fillPath = (path: Call["path"], parameters: Texts = {}, query: Texts = {}): string => {
  const search = Object.entries(query).map(
    ([name, value]) => `${name}=${encodeURIComponent(value)}`,
  );
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => `${parameters[name]}`);
  return [filled, ...(search.length > 0 ? [search.join("&")] : [])].join("?");
};

/** The path of a call without a query. */
export const callToPath = <C extends Call>(call: C, parameters: ParametersOf<C>): string =>
  fillPath(call.path, parameters);
