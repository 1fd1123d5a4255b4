import type { OpenedApp } from "./openApp.ts";
import { openPrivate } from "./passphraseForm.ts";
import { seeText } from "./seeText.ts";
import { startOf } from "./startOf.ts";

type App = Pick<OpenedApp, "page" | "endpoint" | "translate">;

/** What the journeys describe; no other text of the app holds it. */
export const nature = "Routers of two ministries lost their tables at the same minute.";

/** Types the invitation for Chile's policy desk and waits for the endpoint's word. */
export const enrolAsChile = async (app: App): Promise<void> => {
  const { page, endpoint, translate } = app;
  const invitation = endpoint.invitations.find(({ desk }) => desk === "CL/policy");
  await openPrivate(app, "#/enrol");
  await page.fill(translate("device:enrol.code.label"), invitation?.code ?? "");
  await page.click("button", translate("device:enrol.send.action"));
  await seeText(page, translate("device:enrol.done.title"));
};

/** Writes an inquiry from Chile to Jamaica, step by step, as far as the incident's nature. */
export const beginInquiry = async (app: App, isEnrolled = true): Promise<void> => {
  const { page, translate: t } = app;
  await openPrivate(app, "#/inquiries/new");
  await page.fill(t("inquiries:contactStep.state.label"), "Jamaica");
  await goOn(app, "sender");
  await page.fill(t("inquiries:senderStep.name.label"), "Ana Rojas");
  await page.fill(t("inquiries:senderStep.affiliation.label"), "Adviser, Ministry");
  if (isEnrolled) await page.click("radio", startOf("Chile, "));
  else await page.fill(t("inquiries:contactStep.state.label"), "Chile");
  await goOn(app, "invocation");
  await goOn(app, "incident");
  await page.click("radio", startOf(t("inquiries:kind.compromise.label")));
  await page.fill(t("inquiries:incidentStep.from.label"), "2026-11-20T08:00");
  await page.fill(t("inquiries:incidentStep.nature.label"), nature);
};

/** Goes on from the incident to the review, everything filled in. */
export const finishInquiry = async (app: App): Promise<void> => {
  const { page, translate: t } = app;
  await page.click("radio", /^TLP:GREEN/);
  await goOn(app, "request");
  await page.click("checkbox", startOf(t("inquiries:asked.confirmReceipt.label")));
  await page.click("radio", startOf(t("inquiries:urgency.day.label")));
  await page.fill(t("inquiries:requestStep.email.label"), "ana@enlace.cl.example");
  await goOn(app, "review");
  await page.click("checkbox", startOf(t("inquiries:review.nationalSecurity.label")));
  await seeText(page, t("inquiries:review.complete.message"));
};

/** Puts the finished inquiry into the outbox. */
export const sendInquiry = ({ page, translate }: App): Promise<void> =>
  page.click("button", translate("inquiries:sendWay.queue.action"));

/** "Kept on this device, 14:05": the time is any. */
export const seeKept = ({ page, translate }: Pick<App, "page" | "translate">): Promise<void> =>
  seeText(page, translate("inquiries:saving.kept.message", { time: "" }).trim());

/** Follows the link at the foot of a step to the next one. */
export const goOn = async (
  { page, translate }: Pick<App, "page" | "translate">,
  step: string,
): Promise<void> => {
  const title = translate(`inquiries:steps.${step}.title`);
  await page.click("link", translate("inquiries:steps.next.action", { step: title }));
  await page.waitForRole("heading", title);
};
