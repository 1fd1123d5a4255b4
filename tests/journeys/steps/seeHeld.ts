import type { OpenedApp } from "./openApp.ts";
import { seeText } from "./seeText.ts";

/** On a thread's screen: the endpoint's receipt is there, whatever its number. */
export const seeHeld = ({ page, translate }: Pick<OpenedApp, "page" | "translate">) =>
  seeText(page, translate("inquiries:timeline.held.message", { number: "#" }).split("#")[0] ?? "");
