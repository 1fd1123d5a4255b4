import { deskToId } from "#domain/desk.ts";
import { err, ok } from "#domain/result.ts";
import { Sheet } from "#domain/trust/registry.ts";
import { isOfDesk } from "#endpoint/http/admit.ts";
import { signedErrorToRefusal } from "#endpoint/published/verifyPublished.ts";
import type { SheetRefusal } from "#endpoint/store/store.ts";
import { openPublished } from "#signing/openPublished.ts";
import type { Handler, Refusal } from "./handler.ts";

/**
 * `PUT /v1/sheets/{id}`: takes what a device has signed about its desk's recovery sheet. Any device of
 * the desk may bring it, also again after a restoration.
 */
export const takeSheet: Handler<"takeSheet"> = async (
  { store, limits },
  { caller, parameters, body },
) => {
  const file = body.content;
  const opened = await openPublished(file, "sheet", Sheet, [file.key]);
  if (!opened.ok) return err(signedErrorToRefusal(opened.error));
  const sheet = opened.value;
  if (sheet.id !== parameters.id) {
    return err({ type: "malformed", issues: ["id: not the path's"] });
  }
  if (!isOfDesk(caller, deskToId(sheet.desk))) return err({ type: "forbidden" });
  const saved = await store.saveSheet({ sheet, file, maxSheets: limits.maxSheets });
  if (!saved.ok) return err(toRefusal(saved.error));
  const taken = saved.value;
  return ok({ status: taken === "now" ? 201 : 200, content: { taken } });
};

const toRefusal = (refusal: SheetRefusal): Refusal<"takeSheet"> =>
  refusal.type === "sheetsFull" ? refusal : { type: "signatureRefused" };
