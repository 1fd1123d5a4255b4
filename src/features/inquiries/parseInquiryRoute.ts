import * as v from "valibot";
import { type DeskAddress, DeskId, idToDesk } from "#domain/desk.ts";
import { EnvelopeId, ThreadId } from "#domain/envelope.ts";
import { type InquiryStep, inquirySteps } from "#domain/inquiryRecord.ts";
import { type ReplyKind, replyKinds } from "#domain/replyDraft.ts";

export type InquiryRoute =
  | { readonly type: "list" }
  | { readonly type: "new"; readonly to: DeskAddress | undefined }
  | { readonly type: "inquiry"; readonly id: ThreadId; readonly step: InquiryStep | undefined }
  | { readonly type: "thread"; readonly id: ThreadId }
  | { readonly type: "reply"; readonly id: ThreadId; readonly kind: ReplyKind }
  | { readonly type: "engage"; readonly id: ThreadId }
  | { readonly type: "troubled"; readonly desk: DeskId; readonly id: EnvelopeId }
  | { readonly type: "unknown" };

/** What an address under `/inquiries` shows. `search` stands behind its `?`. */
export const parseInquiryRoute = (path: string, search: string): InquiryRoute => {
  const [, , first = "", ...rest] = path.split("/");
  if (first === "") return { type: "list" };
  if (first === "new") return { type: "new", to: parseTo(search) };
  if (first === "thread") return parseThread(rest);
  if (first === "troubled") return parseTroubled(rest);
  const id = v.safeParse(ThreadId, first);
  if (!id.success) return { type: "unknown" };
  const step = [...inquirySteps, "review" as const].find((known) => known === rest[0]);
  return { type: "inquiry", id: id.output, step };
};

/** `‹id›`, `‹id›/reply/answer`, `‹id›/home`; what follows and is not known shows the thread. */
const parseThread = ([first, screen, word]: readonly string[]): InquiryRoute => {
  const parsed = v.safeParse(ThreadId, first);
  if (!parsed.success) return { type: "unknown" };
  const id = parsed.output;
  const kind = replyKinds.find((known) => known === word);
  if (screen === "reply" && kind) return { type: "reply", id, kind };
  return screen === "home" ? { type: "engage", id } : { type: "thread", id };
};

/** `CL/policy/‹id›` */
const parseTroubled = (words: readonly string[]): InquiryRoute => {
  const desk = v.safeParse(DeskId, words.slice(0, 2).join("/"));
  const id = v.safeParse(EnvelopeId, words[2]);
  return desk.success && id.success
    ? { type: "troubled", desk: desk.output, id: id.output }
    : { type: "unknown" };
};

const parseTo = (search: string): DeskAddress | undefined => {
  const to = v.safeParse(DeskId, new URLSearchParams(search).get("to"));
  return to.success ? idToDesk(to.output) : undefined;
};
