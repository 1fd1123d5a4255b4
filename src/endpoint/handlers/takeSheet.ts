import { deskToId } from "#domain/desk.ts";
import { Sheet } from "#domain/trust/registry.ts";
import { isOfDesk } from "#endpoint/http/admit.ts";
import { answer, refuse } from "#endpoint/http/answer.ts";
import { readRequest } from "#endpoint/http/readRequest.ts";
import { signedErrorToRefusal } from "#endpoint/published/verifyPublished.ts";
import type { SheetRefusal } from "#endpoint/store/store.ts";
import type { ProtocolError } from "#protocol/errors.ts";
import { type PublisherAnswer, SheetRequest } from "#protocol/messages.ts";
import { openPublished } from "#signing/openPublished.ts";
import type { DeskHandler } from "./handler.ts";

/**
 * `PUT /v1/sheets/{id}`: takes a device's word about its desk's recovery sheet; any device of the
 * desk may bring it, also again after a restoration. 201 the first time, 200 for the same again.
 */
export const takeSheet: DeskHandler = async ({ store, limits }, context, caller) => {
  const request = await readRequest(context.req.raw, SheetRequest, {
    maxBytes: limits.signedMaxBytes,
    timeoutMs: limits.bodyTimeoutMs,
  });
  if (!request.ok) return refuse(request.error);
  const file = request.value.content;
  const opened = await openPublished(file, "sheet", Sheet, [file.key]);
  if (!opened.ok) return refuse(signedErrorToRefusal(opened.error));
  const sheet = opened.value;
  if (sheet.id !== context.req.param("id")) {
    return refuse({ type: "malformed", issues: ["id: not the path's"] });
  }
  if (!isOfDesk(caller, deskToId(sheet.desk))) return refuse({ type: "forbidden" });
  const taken = await store.saveSheet({ sheet, file, maxSheets: limits.maxSheets });
  if (!taken.ok) return refuse(toProtocolError(taken.error));
  const content: PublisherAnswer = { taken: taken.value };
  return answer(taken.value === "now" ? 201 : 200, content);
};

const toProtocolError = (refusal: SheetRefusal): ProtocolError =>
  refusal.type === "sheetsFull" ? refusal : { type: "signatureRefused" };
