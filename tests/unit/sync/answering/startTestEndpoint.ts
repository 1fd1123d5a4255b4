import { randomUUID } from "node:crypto";
import type { ServerResponse } from "node:http";
import type { Edition } from "#domain/directory/edition.ts";
import type { SignedFile } from "#domain/trust/signedFile.ts";
import { signText } from "#signing/signText.ts";
import { createTestEdition } from "#tests/unit/endpoint/world/testEndpoint.ts";
import { chile, uruguay } from "#tests/world/desks.ts";
import { publisherSeed, sampleGrant, signedGrant, signedKeys } from "#tests/world/signed.ts";
import { chileGrant, ownGrant } from "#tests/world/syncDevice.ts";
import { answer, type Heard, type Reaction, startAnswering } from "./startAnswering.ts";

/**
 * An endpoint with a directory and a registry that the test may change, whose answers to messages
 * are the test's, in turn.
 */
export const startTestEndpoint = async (...reactions: readonly Reaction[]) => {
  const served = { edition: signEdition(), registry: listDesks(), epoch: randomUUID() as string };
  let left = [...reactions];
  const messages: Heard[] = [];
  const looks: Heard[] = [];
  const server = await startAnswering(async (heard, response) => {
    const isLook = /^\/v1\/(directory|registry)/.test(heard.path);
    (isLook ? looks : messages).push(heard);
    if (isLook) return answerLook(served, heard, response);
    const reaction = left.length > 1 ? left.shift() : left[0];
    await reaction?.(heard, response);
  });
  return {
    url: server.url,
    /** What the next look will find. */
    served,
    /** Calls about messages, and those that looked at directory and registry. */
    heard: messages,
    looks,
    react: (...next: readonly Reaction[]) => {
      left = [...next];
    },
  };
};

export const signEdition = (change: Partial<Edition> = {}, seed = publisherSeed): SignedFile =>
  signText(seed, "edition", JSON.stringify(createTestEdition(change)));

/** Grants and device keys of the two desks that write to each other, each with one phone. */
const listDesks = (): SignedFile[] => [
  signedGrant(sampleGrant(ownGrant, uruguay)),
  signedKeys(ownGrant),
  signedGrant(sampleGrant(chileGrant, chile)),
  signedKeys(chileGrant),
];

type Served = { edition: SignedFile; registry: SignedFile[]; epoch: string };

const answerLook = (
  { edition, registry, epoch }: Served,
  { path }: Heard,
  response: ServerResponse,
): void => {
  if (path === "/v1/directory") return answer(response, 200, edition, { ETag: edition.signature });
  const query = new URL(path, "http://x").searchParams;
  const after = Number(query.get("after"));
  const files = registry.slice(after, after + Number(query.get("limit")));
  const rows = files.map((file, place) => ({ position: after + place + 1, file }));
  const next = after + rows.length;
  answer(response, 200, { epoch, rows, next, more: next < registry.length });
};
