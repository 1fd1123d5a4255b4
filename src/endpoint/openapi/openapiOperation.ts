import type { ProtocolErrorType } from "#protocol/errors.ts";

/** One call of the protocol as `createOpenapi.ts` describes it; schemas by their names there. */
export type OpenapiOperation = {
  readonly method: "get" | "put" | "post";
  readonly path: string;
  readonly operationId: string;
  readonly summary: string;
  readonly isAuthenticated: boolean;
  readonly parameters: readonly OpenapiParameter[];
  readonly request?: string;
  readonly answers: Readonly<Record<number, OpenapiAnswer>>;
  readonly refusals: readonly ProtocolErrorType[];
};

export type OpenapiParameter = {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required: boolean;
  readonly schema: Readonly<Record<string, unknown>>;
};

type OpenapiAnswer = { readonly description: string; readonly schema?: string };

export const everywhere: readonly ProtocolErrorType[] = ["rateLimited", "internal", "unavailable"];
export const withBody: readonly ProtocolErrorType[] = [
  "malformed",
  "unsupportedMediaType",
  "tooLarge",
  "timeout",
  ...everywhere,
];
export const uuid = { type: "string", format: "uuid" };

export const pathParameter = (
  name: string,
  schema: OpenapiParameter["schema"],
): OpenapiParameter => ({
  name,
  in: "path",
  required: true,
  schema,
});
