import * as v from "valibot";
import { type DeskAddress, DeskId, idToDesk } from "#domain/desk.ts";
import { EnvelopeId, ThreadId } from "#domain/envelope.ts";
import { type InquiryStep, inquirySteps } from "#domain/inquiryRecord.ts";

export type InquiryRoute =
  | { readonly type: "list" }
  | { readonly type: "new"; readonly to: DeskAddress | undefined }
  | { readonly type: "inquiry"; readonly id: ThreadId; readonly step: InquiryStep | undefined }
  | { readonly type: "received"; readonly desk: DeskId; readonly id: EnvelopeId }
  | { readonly type: "unknown" };

/** What an address under `/inquiries` shows. `search` stands behind its `?`. */
export const parseInquiryRoute = (path: string, search: string): InquiryRoute => {
  const [, , first = "", ...rest] = path.split("/");
  if (first === "") return { type: "list" };
  if (first === "new") return { type: "new", to: parseTo(search) };
  if (first === "received") return parseReceived(rest);
  const id = v.safeParse(ThreadId, first);
  if (!id.success) return { type: "unknown" };
  const step = [...inquirySteps, "review" as const].find((known) => known === rest[0]);
  return { type: "inquiry", id: id.output, step };
};

/** `CL/policy/‹id›` */
const parseReceived = (words: readonly string[]): InquiryRoute => {
  const desk = v.safeParse(DeskId, words.slice(0, 2).join("/"));
  const id = v.safeParse(EnvelopeId, words[2]);
  return desk.success && id.success
    ? { type: "received", desk: desk.output, id: id.output }
    : { type: "unknown" };
};

const parseTo = (search: string): DeskAddress | undefined => {
  const to = v.safeParse(DeskId, new URLSearchParams(search).get("to"));
  return to.success ? idToDesk(to.output) : undefined;
};
