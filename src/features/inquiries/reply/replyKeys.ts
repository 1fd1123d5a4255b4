import type { ReplyKind } from "#domain/letter/replyDraft.ts";

/** What each kind of reply is called, on its form and on the way there. */
export const replyKeys = {
  answer: {
    title: "replies.answer.title",
    action: "replies.answer.action",
    text: "replyForm.answer.label",
    textHint: "replyForm.answer.hint",
  },
  acknowledgement: {
    title: "replies.acknowledgement.title",
    action: "replies.acknowledgement.action",
    text: "replyForm.remark.label",
    textHint: "replyForm.remark.hint",
  },
  update: {
    title: "replies.update.title",
    action: "replies.update.action",
    text: "replyForm.update.label",
    textHint: "replyForm.update.hint",
  },
  closing: {
    title: "replies.closing.title",
    action: "replies.closing.action",
    text: "replyForm.remark.label",
    textHint: "replyForm.remark.hint",
  },
} as const satisfies Record<
  ReplyKind,
  { title: string; action: string; text: string; textHint: string }
>;
