import * as v from "valibot";
import { Receipt } from "#domain/envelope/receipt.ts";
import { SignedFile } from "#domain/trust/signedFile.ts";

/** Within a desk: letters of open threads, as their authors signed them, for a device that joined later. */
export type HandoverContent = v.InferOutput<typeof HandoverContent>;
export const HandoverContent = v.strictObject({
  schema: v.literal("handover/1"),
  letters: v.array(v.strictObject({ signed: SignedFile, receipt: Receipt })),
});
