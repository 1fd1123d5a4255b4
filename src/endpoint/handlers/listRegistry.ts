import { answer, refuse } from "#endpoint/http/answer.ts";
import { parseQuery } from "#endpoint/http/readRequest.ts";
import { planPage } from "#endpoint/store/planPage.ts";
import { type RegistryAnswer, RegistryQuery } from "#protocol/messages.ts";
import type { DeskHandler } from "./handler.ts";

/** `GET /v1/registry`: a page of all grants, device keys and revocations, as they were signed. */
export const listRegistry: DeskHandler = async ({ store, limits }, context) => {
  const query = parseQuery(RegistryQuery, new URL(context.req.url).searchParams);
  if (!query.ok) return refuse(query.error);
  const { after, limit } = query.value;
  const found = await store.listRegistry(after, limit + 1);
  const { rows, more } = planPage(found, { limit, maxBytes: limits.pageMaxBytes }, ({ file }) =>
    Buffer.byteLength(file.content),
  );
  const next = rows.at(-1)?.position ?? after;
  const page: RegistryAnswer = { epoch: store.epoch, rows: [...rows], next, more };
  return answer(200, page);
};
