import type { WorkerScope } from "./openInWorker.ts";

/**
 * Opens the app at the waiting letters. An open window gets a message rather than a navigation,
 * which would reload and lock it.
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
