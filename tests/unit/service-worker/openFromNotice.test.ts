import { expect, test } from "vitest";
import { openFromNotice } from "#service-worker/openFromNotice.ts";

/** A browser with windows at these addresses, and what was done in it. */
const createScope = (urls: readonly string[]) => {
  const done: string[] = [];
  const windows = urls.map((url) => ({
    url,
    visibilityState: "hidden",
    postMessage: (message: object) => void done.push(`${url} ${JSON.stringify(message)}`),
    focus: async () => void done.push(`${url} focus`),
  }));
  const scope = {
    registration: { scope: "https://host.example/enlace/", showNotification: async () => {} },
    clients: {
      matchAll: async () => windows,
      openWindow: async (url: URL) => void done.push(`open ${url.href}`),
    },
    navigator: {},
  };
  return { scope, done };
};

test("a tap on a notice tells an open window, which is not loaded anew", async () => {
  const url = "https://host.example/enlace/#/measures/2";
  const { scope, done } = createScope(["https://host.example/other/", url]);
  await openFromNotice(scope);
  expect(done).toEqual([`${url} {"type":"SHOW_INQUIRIES"}`, `${url} focus`]);
});

test("without a window of its own the app is opened where it stands", async () => {
  const { scope, done } = createScope(["https://host.example/other/"]);
  await openFromNotice(scope);
  expect(done).toEqual(["open https://host.example/enlace/#/inquiries"]);
});
