import * as v from "valibot";
import { parseEdition } from "#domain/directory/edition.ts";
import { err, ok, type Result } from "#domain/result.ts";
import { Grant, Revocation } from "#domain/trust/registry.ts";
import type { SignedFile } from "#domain/trust/signedFile.ts";
import { ProtocolError } from "#protocol/errors.ts";
import { PublisherAnswer } from "#protocol/messages.ts";
import { paths } from "#protocol/paths.ts";
import { protocolMediaType } from "#protocol/version.ts";
import { parseContent } from "#signing/parseContent.ts";

/** What an endpoint said, or what came in its place. */
export type CarryAnswer =
  | { readonly type: "taken"; readonly taken: PublisherAnswer["taken"] }
  | { readonly type: "refused"; readonly httpStatus: number; readonly error: ProtocolError }
  /** Something answered that is not an endpoint. */
  | { readonly type: "notAnEndpoint"; readonly httpStatus: number }
  | { readonly type: "notReached"; readonly reason: string };

const timeoutMs = 30_000;

/** The path that takes a file, by its purpose and what it says; a sentence where there is none. */
export const planCarry = (file: SignedFile): Result<string, string> => {
  const malformed = err(`says that it is ${file.purpose}, and is none`);
  switch (file.purpose) {
    case "edition": {
      const edition = parseEdition(file.content);
      return edition.ok ? ok(paths.edition(edition.value.number)) : malformed;
    }
    case "grant": {
      const grant = parseContent(file.content, Grant);
      return grant.ok ? ok(paths.grant(grant.value.id)) : malformed;
    }
    case "revocation": {
      const revocation = parseContent(file.content, Revocation);
      return revocation.ok ? ok(paths.revocation(revocation.value.grant)) : malformed;
    }
    case "enrolment":
    case "letter":
    case "sheet":
      return err(`is ${file.purpose}: no publisher signs that`);
  }
};

/** Puts a signed file to an address of an endpoint. Never rejects. */
export const carryFile = async (address: string, file: SignedFile): Promise<CarryAnswer> => {
  let response: Response;
  let json: unknown;
  try {
    response = await fetch(address, {
      method: "PUT",
      headers: { Accept: protocolMediaType, "Content-Type": protocolMediaType },
      body: JSON.stringify(file),
      redirect: "error",
      signal: AbortSignal.timeout(timeoutMs),
    });
    json = parseJson(await response.text());
  } catch (cause) {
    return { type: "notReached", reason: explain(cause) };
  }
  const { status: httpStatus, headers } = response;
  const mediaType = headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (mediaType !== protocolMediaType) return { type: "notAnEndpoint", httpStatus };
  const answer = v.safeParse(PublisherAnswer, json);
  if (response.ok && answer.success) return { type: "taken", taken: answer.output.taken };
  const refusal = v.safeParse(ProtocolError, json);
  if (response.ok || !refusal.success) return { type: "notAnEndpoint", httpStatus };
  return { type: "refused", httpStatus, error: refusal.output };
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Node says “fetch failed” and keeps the reason behind it. */
const explain = (cause: unknown): string => {
  if (!(cause instanceof Error)) return String(cause);
  return cause.cause instanceof Error ? cause.cause.message : cause.message;
};
