import type { AnswerContent } from "#domain/letter/replies.ts";
import type { ReplyKind } from "#domain/letter/replyDraft.ts";
import type { Act } from "#tests/engines/fields.ts";
import type { Page } from "#tests/engines/page.ts";
import type { OpenedApp, Person } from "./person.ts";
import { openRoute, type Screen, seeHeld, seePattern, seeText, startOf } from "./screen.ts";
import { goToPrivate, openPrivate } from "./vaultForm.ts";

/** "Option 1", as Jamaica's desk writes it. */
export const createAnswer = (text: string): AnswerContent => ({
  schema: "answer/1",
  sender: { name: "Joan Reid", affiliation: "Director, Ministry" },
  replyTo: { email: "joan@enlace.jm.example" },
  text: { text, language: "en" },
  mark: "TLP:GREEN",
});

type App = Pick<OpenedApp, "page" | "endpoint" | "translate">;

/** What the journeys describe; no other text of the app holds it. */
export const nature = "Routers of two ministries lost their tables at the same minute.";

/** By a pointer's clicks as a person does, where that is what is proven; else within the page. */
type Way = { readonly isByHand?: boolean };

/** Writes an inquiry from Chile to Jamaica, step by step, as far as the incident's nature. */
export const beginInquiry = async (
  app: App,
  { isEnrolled = true, ...way }: Way & { readonly isEnrolled?: boolean } = {},
): Promise<void> => {
  const { translate: t } = app;
  const state = t("inquiries:contactStep.state.label");
  if (isEnrolled) await goToPrivate(app, "#/inquiries/new");
  else await openRoute(app.page, app.endpoint.address, "#/inquiries/new");
  await act(app, way, [
    { fill: state, text: "Jamaica" },
    ...toStep(app, "sender"),
    { fill: t("inquiries:senderStep.name.label"), text: "Ana Rojas" },
    { fill: t("inquiries:senderStep.affiliation.label"), text: "Adviser, Ministry" },
    isEnrolled ? { choose: "Chile, " } : { fill: state, text: "Chile" },
    ...toStep(app, "invocation"),
    ...toStep(app, "incident"),
    { choose: t("sentences:kind.compromise.label") },
    { fill: t("inquiries:incidentStep.from.label"), text: "2026-11-20T08:00" },
    { fill: t("inquiries:incidentStep.nature.label"), text: nature },
  ]);
};

/** Goes on from the incident to the review, everything filled in. */
export const finishInquiry = async (app: App, way: Way = {}): Promise<void> => {
  const { page, translate: t } = app;
  await act(app, way, [
    { choose: "TLP:GREEN" },
    ...toStep(app, "request"),
    { choose: t("sentences:asked.confirm-receipt.label") },
    { choose: t("sentences:urgency.day.label") },
    { fill: t("inquiries:requestStep.email.label"), text: "ana@enlace.cl.example" },
    ...toStep(app, "review"),
    { choose: t("inquiries:review.nationalSecurity.label") },
  ]);
  await seeText(page, t("inquiries:review.complete.message"));
};

const act = async (
  { page }: App,
  { isByHand = false }: Way,
  acts: readonly Act[],
): Promise<void> => {
  if (!isByHand) return page.act(acts);
  for (const one of acts) {
    if ("fill" in one) await page.fill(one.fill, one.text);
    else if ("see" in one) await page.waitForRole("heading", one.see);
    else if ("follow" in one) await page.click("link", one.follow);
    else await clickChoice(page, one.choose);
  }
};

const clickChoice = async (page: Page, label: string): Promise<void> => {
  const name = startOf(label);
  await page.click((await page.has("radio", name)) ? "radio" : "checkbox", name);
};

/** Puts the finished inquiry into the outbox. */
export const sendInquiry = ({ page, translate }: App): Promise<void> =>
  page.click("button", translate("inquiries:sendWay.queue.action"));

/** Chile's whole inquiry to Jamaica, until the endpoint holds it. */
export const ask = async (chile: Person): Promise<void> => {
  await beginInquiry(chile);
  await finishInquiry(chile);
  await sendInquiry(chile);
  await seeHeld(chile);
};

/** Stops it once the finished inquiry on the screen could go: the other desk's devices are known. */
export const stopEndpoint = async ({ page, endpoint, translate }: OpenedApp): Promise<void> => {
  await page.waitForRole("button", translate("inquiries:sendWay.queue.action"));
  await endpoint.stop();
};

/** "Kept on this device, 14:05": the time is any. */
export const seeKept = ({ page, translate }: Screen): Promise<void> =>
  seeText(page, translate("inquiries:saving.kept.message", { time: "" }).trim());

/** Follows the link at the foot of a step to the next one. */
export const goOn = (app: Screen, step: string): Promise<void> => app.page.act(toStep(app, step));

const toStep = ({ translate: t }: Screen, step: string): readonly Act[] => {
  const title = t(`inquiries:steps.${step}.title`);
  return [{ follow: t("inquiries:steps.next.action", { step: title }) }, { see: title }];
};

/** Who writes, as the other side reads it. */
type Writer = { readonly name: string; readonly office: string };

type Reply = {
  readonly kind: ReplyKind;
  readonly by: Writer;
  readonly text?: string;
  /** As the field takes it. */
  readonly estimate?: string;
  /** Keys of what is asked back, and of the reason for closing. */
  readonly askedBack?: "contact" | "technical-details";
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
export const sendReply = async (person: Person, reply: Reply, way: Way = {}): Promise<void> => {
  const { page, translate: t } = person;
  await beginReply(person, reply, way);
  await page.click("button", t("inquiries:sendWay.queue.action"));
  await page.waitForRole("heading", t("inquiries:correspondence.list.title"));
};

/** A letter is on the screen that the endpoint does not hold; one before it may be tried first. */
export const seeUnsent = ({ page, translate: t }: Person): Promise<void> => {
  const labels = [t("inquiries:status.waiting.label"), t("inquiries:status.queued.label")];
  return seePattern(page, new RegExp(labels.join("|")));
};

/** Fills in a reply's form as far as it goes, without sending it. */
const beginReply = async (person: Person, reply: Reply, way: Way): Promise<void> => {
  const { page, translate: t } = person;
  const { kind, by, text, estimate, askedBack, reason } = reply;
  const label = estimateKeys[kind];
  const isMailAsked = kind === "acknowledgement" || kind === "answer";
  await act(person, way, [
    { follow: t(`inquiries:replies.${kind}.action`) },
    { see: t(`inquiries:replies.${kind}.title`) },
    ...(reason ? [{ choose: t(`sentences:reason.${reason}.label`) }] : []),
    ...(estimate && label ? [{ fill: t(label), text: estimate }] : []),
    ...(askedBack ? [{ choose: t(`sentences:askedBack.${askedBack}.label`) }] : []),
    ...(text === undefined ? [] : [{ fill: t(textKeys[kind]), text }]),
    { fill: t("inquiries:senderStep.name.label"), text: by.name },
    { fill: t("inquiries:senderStep.affiliation.label"), text: by.office },
    ...(isMailAsked
      ? [{ fill: t("sentences:text.email.label"), text: "desk@enlace.example" }]
      : []),
  ]);
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
