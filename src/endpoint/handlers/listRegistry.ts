import { ok } from "#domain/result.ts";
import { planPage } from "#endpoint/store/planPage.ts";
import type { Handler } from "./handler.ts";

/** `GET /v1/registry`: a page of all grants, device keys, revocations and sheets, as they were signed. */
export const listRegistry: Handler<"listRegistry"> = async ({ store, limits }, { query }) => {
  const { after, limit } = query;
  const found = await store.listRegistry(after, limit + 1);
  const { rows, more } = planPage(found, { limit, maxBytes: limits.pageMaxBytes }, ({ file }) =>
    Buffer.byteLength(file.content),
  );
  const next = rows.at(-1)?.position ?? after;
  return ok({ status: 200, content: { epoch: store.epoch, rows: [...rows], next, more } });
};
