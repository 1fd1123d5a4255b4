import * as v from "valibot";
import { type DeskAddress, DeskId, idToDesk } from "#domain/desk.ts";
import { EnvelopeId, ThreadId } from "#domain/envelope/envelope.ts";
import { type InquiryStep, inquirySteps } from "#domain/inquiry/inquiryDraft.ts";
import { type ReplyKind, replyKinds } from "#domain/letter/replyDraft.ts";
import { placeToKey, type ThreadPlace } from "#domain/thread/thread.ts";

type InquiryRoute =
  | { readonly type: "list" }
  | { readonly type: "new"; readonly to: DeskAddress | undefined }
  | { readonly type: "inquiry"; readonly id: ThreadId; readonly step: InquiryStep | undefined }
  | { readonly type: "thread"; readonly place: ThreadPlace }
  | { readonly type: "reply"; readonly place: ThreadPlace; readonly kind: ReplyKind }
  | { readonly type: "engage"; readonly place: ThreadPlace }
  | { readonly type: "troubled"; readonly desk: DeskId; readonly id: EnvelopeId }
  | { readonly type: "unknown" };

/** Parses an address under `/inquiries`. `search` is the part after its `?`. */
export const parseInquiryRoute = (path: string, search: string): InquiryRoute => {
  const [, , first = "", ...rest] = path.split("/");
  if (first === "") return { type: "list" };
  if (first === "new") return { type: "new", to: parseTo(search) };
  if (first === "thread") return parseThread(rest);
  if (first === "troubled") return parseTroubled(rest);
  const id = v.safeParse(ThreadId, first);
  if (!id.success) return { type: "unknown" };
  const step = inquirySteps.find((known) => known === rest[0]);
  return { type: "inquiry", id: id.output, step };
};

/** Parses `‹id›/CL/policy`, then `reply/answer` or `home`; an unknown rest shows the thread. */
const parseThread = ([first, ...rest]: readonly string[]): InquiryRoute => {
  const id = v.safeParse(ThreadId, first);
  const desk = v.safeParse(DeskId, rest.slice(0, 2).join("/"));
  if (!id.success || !desk.success) return { type: "unknown" };
  const place = { id: id.output, desk: desk.output };
  const [screen, word] = rest.slice(2);
  const kind = replyKinds.find((known) => known === word);
  if (screen === "reply" && kind) return { type: "reply", place, kind };
  return screen === "home" ? { type: "engage", place } : { type: "thread", place };
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

/** The addresses of this feature's screens, for links. */
export const inquiriesHref = "#/inquiries";

export const newInquiryHref = "#/inquiries/new";

/** The address of a draft; once it is queued, its thread is shown there. */
export const inquiryHref = (id: ThreadId, step?: InquiryStep): string =>
  step ? `#/inquiries/${id}/${step}` : `#/inquiries/${id}`;

export const threadHref = (place: ThreadPlace): string => `#/inquiries/thread/${placeToKey(place)}`;

export const replyHref = (place: ThreadPlace, kind: ReplyKind): string =>
  `${threadHref(place)}/reply/${kind}`;

/** The address of the brief for those engaged at home. */
export const engageHref = (place: ThreadPlace): string => `${threadHref(place)}/home`;

/** The address of an arrival that can't be shown as a letter. */
export const troubledHref = (desk: DeskId, id: EnvelopeId): string =>
  `#/inquiries/troubled/${desk}/${id}`;
