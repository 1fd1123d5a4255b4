import type { ReplyKind } from "#domain/letter/replyDraft.ts";
import type { Person } from "./openPerson.ts";
import { openPrivate } from "./passphraseForm.ts";
import { seePattern } from "./seePattern.ts";
import { seeText } from "./seeText.ts";
import { startOf } from "./startOf.ts";

/** Who writes, as the other side reads it. */
export type Writer = { readonly name: string; readonly office: string };

export type Reply = {
  readonly kind: ReplyKind;
  readonly by: Writer;
  readonly text?: string;
  /** As the field takes it. */
  readonly estimate?: string;
  /** Keys of what is asked back, and of the reason for closing. */
  readonly askedBack?: "contact" | "technicalDetails";
  readonly reason?: "answered" | "resolved";
};

/** Opens the exchange with another State from the list, after a reload and behind the passphrase. */
export const openThread = async (person: Person, state: string): Promise<void> => {
  const { page, translate: t } = person;
  await openPrivate(person, "#/inquiries");
  await page.click("link", startOf(state));
  await page.waitForRole("heading", t("inquiries:correspondence.list.title"));
};

/** Writes a reply from the screen of its thread, queues it, and is on that screen again. */
export const sendReply = async (person: Person, reply: Reply): Promise<void> => {
  const { page, translate: t } = person;
  await beginReply(person, reply);
  await page.click("button", t("inquiries:sendWay.queue.action"));
  await page.waitForRole("heading", t("inquiries:correspondence.list.title"));
};

/** A letter is on the screen that the endpoint does not hold; one before it may be tried first. */
export const seeUnsent = ({ page, translate: t }: Person): Promise<void> => {
  const labels = [t("inquiries:status.waiting.label"), t("inquiries:status.queued.label")];
  return seePattern(page, new RegExp(labels.join("|")));
};

/** Fills in a reply's form as far as it goes, without sending it. */
export const beginReply = async ({ page, translate: t }: Person, reply: Reply): Promise<void> => {
  const { kind, by, text, estimate, askedBack, reason } = reply;
  await page.click("link", t(`inquiries:replies.${kind}.action`));
  await page.waitForRole("heading", t(`inquiries:replies.${kind}.title`));
  const label = estimateKeys[kind];
  if (reason) await page.click("radio", startOf(t(`inquiries:reason.${reason}.label`)));
  if (estimate && label) await page.fill(t(label), estimate);
  if (askedBack) await page.click("checkbox", startOf(t(`inquiries:askedBack.${askedBack}.label`)));
  if (text !== undefined) await page.fill(t(textKeys[kind]), text);
  await page.fill(t("inquiries:senderStep.name.label"), by.name);
  await page.fill(t("inquiries:senderStep.affiliation.label"), by.office);
  if (kind === "acknowledgement" || kind === "answer") {
    await page.fill(t("inquiries:text.email.label"), "desk@enlace.example");
  }
  // The preview, in the reader's language, is there only once nothing is missing.
  await seeText(page, by.office);
};

const textKeys = {
  answer: "inquiries:replyForm.answer.label",
  acknowledgement: "inquiries:replyForm.remark.label",
  update: "inquiries:replyForm.update.label",
  closing: "inquiries:replyForm.remark.label",
} as const satisfies Record<ReplyKind, string>;

const estimateKeys: Partial<Record<ReplyKind, string>> = {
  acknowledgement: "inquiries:replyForm.estimate.label",
  update: "inquiries:replyForm.newEstimate.label",
};
