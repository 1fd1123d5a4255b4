import type { OpenedApp } from "./openApp.ts";

/** Stops it once the finished inquiry on the screen could go: the other desk's devices are known. */
export const stopEndpoint = async ({ page, endpoint, translate }: OpenedApp): Promise<void> => {
  await page.waitForRole("button", translate("inquiries:sendWay.queue.action"));
  await endpoint.stop();
};
