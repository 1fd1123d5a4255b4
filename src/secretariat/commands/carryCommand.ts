import { readFile } from "node:fs/promises";
import * as v from "valibot";
import { parseEdition } from "#domain/directory/edition.ts";
import { parseJson } from "#domain/parseJson.ts";
import { err, ok, type Result } from "#domain/result.ts";
import { Grant, Revocation } from "#domain/trust/registry.ts";
import type { SignedFile } from "#domain/trust/signedFile.ts";
import { callToPath } from "#protocol/call.ts";
import { ProtocolError } from "#protocol/errors.ts";
import { PublisherAnswer, takeEdition, takeGrant, takeRevocation } from "#protocol/published.ts";
import { protocolMediaType } from "#protocol/version.ts";
import { parseContent, parseSignedFile } from "#signing/openPublished.ts";
import {
  type Command,
  done,
  misused,
  parseArguments,
  parseHttpAddress,
  refused,
} from "./command.ts";

const usage = `
carry --to https://… ‹file› …

  Puts signed editions, grants and revocations to an endpoint, in the order in which they are named,
  and says what it answered. The files' signatures are all the authority that this takes: it needs no
  key, and may be done by anyone, from anywhere.

  --to  the endpoint's address
`.trim();

const Options = v.object({
  to: v.string("--to is missing"),
  files: v.pipe(v.array(v.string()), v.minLength(1, "the files to carry are missing")),
});

/** An edition names people, so it is sent over HTTPS, or only within this machine. */
const parseTarget = (text: string): Result<string, string> => {
  const address = parseHttpAddress("--to", text);
  if (!address.ok) return address;
  const { protocol, hostname } = new URL(address.value);
  const isOwnMachine = ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
  return protocol === "https:" || isOwnMachine
    ? address
    : err(`--to must be https://${hostname}: whoever is on the way could read what is carried.`);
};

const loadFile = async (name: string): Promise<Result<Load, string>> => {
  const file = parseSignedFile(await readFile(name, "utf8"));
  if (!file.ok) return err(`${name} is not a signed file.`);
  const path = planCarry(file.value);
  return path.ok ? ok({ name, file: file.value, path: path.value }) : err(`${name} ${path.error}.`);
};

/** Sends a signed file to an endpoint. Never rejects. */
const carryFile = async (address: string, file: SignedFile): Promise<CarryAnswer> => {
  let response: Response;
  let text: string;
  try {
    response = await fetch(address, {
      method: "PUT",
      headers: { Accept: protocolMediaType, "Content-Type": protocolMediaType },
      body: JSON.stringify(file),
      redirect: "error",
      signal: AbortSignal.timeout(timeoutMs),
    });
    text = await response.text();
  } catch (cause) {
    return { type: "notReached", reason: explain(cause) };
  }
  const { status: httpStatus, headers } = response;
  const mediaType = headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (mediaType !== protocolMediaType) return { type: "notAnEndpoint", httpStatus };
  if (response.ok) {
    const answer = parseJson(text, PublisherAnswer);
    return answer ? { type: "taken", taken: answer.taken } : { type: "notAnEndpoint", httpStatus };
  }
  const error = parseJson(text, ProtocolError);
  return error ? { type: "refused", httpStatus, error } : { type: "notAnEndpoint", httpStatus };
};

const formatAnswer = (answer: CarryAnswer): string => {
  switch (answer.type) {
    case "taken":
      return answer.taken === "now" ? "taken" : "held already";
    case "refused":
      return `refused (${answer.httpStatus}): ${formatRefusal(answer)}`;
    case "notAnEndpoint":
      return `what answered is not an endpoint of Enlace (${answer.httpStatus})`;
    case "notReached":
      return `not reached: ${answer.reason}`;
  }
};

export const carryCommand: Command = {
  usage,
  run: async (args) => {
    const parsed = parseArguments(args, { to: "string" }, Options);
    if (!parsed.ok) return misused(parsed.error, usage);
    const endpoint = parseTarget(parsed.value.to);
    if (!endpoint.ok) return misused(endpoint.error, usage);
    const loaded = await Promise.all(parsed.value.files.map(loadFile));
    const problems = loaded.flatMap((each) => (each.ok ? [] : [each.error]));
    if (problems.length > 0) return refused(...problems, "Nothing was carried.");

    const lines: string[] = [];
    let isAllTaken = true;
    for (const { name, file, path } of loaded.flatMap((each) => (each.ok ? [each.value] : []))) {
      const answer = await carryFile(endpoint.value + path, file);
      if (answer.type !== "taken") isAllTaken = false;
      lines.push(`${name}: ${formatAnswer(answer)}`);
    }
    return isAllTaken ? done(...lines) : refused(...lines);
  },
};

type Load = { readonly name: string; readonly file: SignedFile; readonly path: string };

const formatRefusal = ({ error }: Extract<CarryAnswer, { type: "refused" }>): string => {
  if (error.type === "signatureRefused") {
    return "its key is not one that this endpoint trusts (ENLACE_PUBLISHER), or it was changed";
  }
  if (error.type === "editionOlder") return `the endpoint holds edition ${error.heldNumber}`;
  if (error.type === "rateLimited") return `too many at once, again in ${error.retryAfterS} s`;
  if (error.type === "unavailable") return `it is busy, again in ${error.retryAfterS ?? 5} s`;
  return error.type;
};

/** An endpoint's answer, or the failure to get one. */
type CarryAnswer =
  | { readonly type: "taken"; readonly taken: PublisherAnswer["taken"] }
  | { readonly type: "refused"; readonly httpStatus: number; readonly error: ProtocolError }
  /** Something else answered. */
  | { readonly type: "notAnEndpoint"; readonly httpStatus: number }
  | { readonly type: "notReached"; readonly reason: string };

const timeoutMs = 30_000;

/** The path for a file, by its purpose and its content; the error is a sentence. */
const planCarry = (file: SignedFile): Result<string, string> => {
  const malformed = err(`says that it is ${file.purpose}, and is none`);
  switch (file.purpose) {
    case "edition": {
      const edition = parseEdition(file.content);
      if (!edition.ok) return malformed;
      return ok(callToPath(takeEdition, { number: edition.value.number }));
    }
    case "grant": {
      const grant = parseContent(file.content, Grant);
      return grant.ok ? ok(callToPath(takeGrant, { id: grant.value.id })) : malformed;
    }
    case "revocation": {
      const revocation = parseContent(file.content, Revocation);
      if (!revocation.ok) return malformed;
      return ok(callToPath(takeRevocation, { grant: revocation.value.grant }));
    }
    case "enrolment":
    case "letter":
    case "sheet":
      return err(`is ${file.purpose}: no publisher signs that`);
  }
};

/** Node says only “fetch failed”; the reason is in the cause. */
const explain = (cause: unknown): string => {
  if (!(cause instanceof Error)) return String(cause);
  return cause.cause instanceof Error ? cause.cause.message : cause.message;
};
