import type { WorkerScope } from "./openInWorker.ts";

/**
 * Brings the app to where what waits can be seen. An open window is told, not navigated: that would
 * load it anew, and lock it.
 */
export const openFromNotice = async ({
  clients,
  registration: { scope },
}: WorkerScope): Promise<void> => {
  const windows = await clients.matchAll({ type: "window" });
  const open = windows.find(({ url }) => url.startsWith(scope));
  if (!open) {
    await clients.openWindow(new URL("#/inquiries", scope));
    return;
  }
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a client is of its worker's origin
  open.postMessage({ type: "SHOW_INQUIRIES" });
  await open.focus();
};
