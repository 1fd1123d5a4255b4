import { readFile } from "node:fs/promises";
import * as v from "valibot";
import { err, ok, type Result } from "#domain/result.ts";
import type { SignedFile } from "#domain/trust/signedFile.ts";
import { parseSignedFile } from "#signing/openPublished.ts";
import { type CarryAnswer, carryFile, planCarry } from "./carryFile.ts";
import { type Command, done, misused, refused } from "./command.ts";
import { parseHttpAddress } from "./parseAddress.ts";
import { parseArguments } from "./parseArguments.ts";

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

/** An edition names people: it crosses a network under HTTPS, or does not leave this machine. */
const parseTarget = (text: string): Result<string, string> => {
  const address = parseHttpAddress("--to", text);
  if (!address.ok) return address;
  const { protocol, hostname } = new URL(address.value);
  const isOwnMachine = ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
  return protocol === "https:" || isOwnMachine
    ? address
    : err(`--to must be https://${hostname}: whoever is on the way could read what is carried.`);
};

type Load = { readonly name: string; readonly file: SignedFile; readonly path: string };

const loadFile = async (name: string): Promise<Result<Load, string>> => {
  const file = parseSignedFile(await readFile(name, "utf8"));
  if (!file.ok) return err(`${name} is not a signed file.`);
  const path = planCarry(file.value);
  return path.ok ? ok({ name, file: file.value, path: path.value }) : err(`${name} ${path.error}.`);
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

const formatRefusal = ({ error }: Extract<CarryAnswer, { type: "refused" }>): string => {
  if (error.type === "signatureRefused") {
    return "its key is not one that this endpoint trusts (ENLACE_PUBLISHER), or it was changed";
  }
  if (error.type === "editionOlder") return `the endpoint holds edition ${error.heldNumber}`;
  if (error.type === "rateLimited") return `too many at once, again in ${error.retryAfterS} s`;
  if (error.type === "unavailable") return `it is busy, again in ${error.retryAfterS ?? 5} s`;
  return error.type;
};
