import { chile, uruguay } from "#tests/world/desks.ts";
import "fake-indexeddb/auto";
import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { deskToId } from "#domain/desk.ts";
import { tellWaiting } from "#service-worker/tellWaiting.ts";
import type { EnlaceDatabase } from "#storage/database.ts";
import { saveEnrolment } from "#storage/device/saveEnrolment.ts";
import { saveNoticeWords } from "#storage/device/subscribed.ts";
import { listSealed } from "#storage/feed/arrived.ts";
import {
  answer,
  createReceipt,
  hangUp,
  type Reaction,
  startAnswering,
} from "#tests/unit/sync/answering/startAnswering.ts";
import { openTestDatabase, requestToPromise } from "#tests/world/rows.ts";
import { createAddition, createEnrolment } from "#tests/world/syncDevice.ts";

beforeEach(() => requestToPromise(indexedDB.deleteDatabase("enlace")));
afterEach(() => vi.unstubAllGlobals());

const epoch = randomUUID();
const words = { language: "es", title: "Algo espera", message: "Abra Enlace" };

/** A feed with one envelope, whoever asks. */
const serveOne = async (): Promise<Reaction> => {
  const { bytes } = await createAddition({ from: chile, to: uruguay });
  const row = { type: "envelope", position: 1, bytes, receipt: await createReceipt(bytes) };
  return ({ path }, response) => {
    const rows = path.includes("after=0") ? [row] : [];
    answer(response, 200, { epoch, desk: deskToId(uruguay), rows, next: 1, more: false });
  };
};

const visible = {
  url: "https://enlace.example/",
  visibilityState: "visible",
  postMessage: () => undefined,
  focus: async () => undefined,
};

/** What a worker has of its browser; the rest of the worker is the real one. */
const createScope = (
  options: { readonly isForbidden?: boolean; readonly isSeen?: boolean } = {},
) => {
  const shown: object[] = [];
  const badges: (number | undefined)[] = [];
  const scope = {
    registration: {
      scope: "https://enlace.example/",
      showNotification: async (title: string, { tag, body, lang }: NotificationOptions) => {
        if (options.isForbidden) throw new TypeError("no permission");
        shown.push({ title, tag, body, lang });
      },
    },
    clients: {
      matchAll: async () => (options.isSeen ? [visible] : []),
      openWindow: async () => null,
    },
    navigator: { setAppBadge: async (count?: number) => void badges.push(count) },
  };
  return { scope, shown, badges };
};

const prepare = async (endpoint: string, isEnrolled = true): Promise<void> => {
  const { database } = await openTestDatabase("enlace");
  await database.singles.put({ key: "config", endpoint, publishers: [], demonstration: null });
  if (isEnrolled) {
    await saveEnrolment(database, createEnrolment(), { privates: [], removes: [] });
  }
  await saveNoticeWords(database, words);
  database.close();
};

const readSealed = async (): Promise<number> => {
  const { database }: { readonly database: EnlaceDatabase } = await openTestDatabase("enlace");
  const sealed = await listSealed(database);
  database.close();
  return sealed.length;
};

const notice = { title: words.title, body: words.message, lang: words.language, tag: "waiting" };

test("the constant words are shown, what waits is fetched, told to be here, and counted", async () => {
  const endpoint = await startAnswering(await serveOne());
  await prepare(endpoint.url);
  const { scope, shown, badges } = createScope();
  await tellWaiting(scope);
  expect(shown).toEqual([notice]);
  expect(await readSealed()).toBe(1);
  expect(endpoint.heard.map(({ path }) => /after=\d+/.exec(path)?.[0])).toEqual([
    "after=0",
    "after=1",
  ]);
  expect(badges).toEqual([1]);
});

test("without a network the words are shown all the same, with a dot", async () => {
  const endpoint = await startAnswering(hangUp);
  await prepare(endpoint.url);
  const { scope, shown, badges } = createScope();
  await tellWaiting(scope);
  expect(shown).toEqual([notice]);
  expect(badges).toEqual([undefined]);
});

test("an app in sight keeps its own badge", async () => {
  const endpoint = await startAnswering(hangUp);
  await prepare(endpoint.url);
  const { scope, badges } = createScope({ isSeen: true });
  await tellWaiting(scope);
  expect(badges).toEqual([]);
});

test("where notifications were forbidden meanwhile, what waits is fetched", async () => {
  const endpoint = await startAnswering(await serveOne());
  await prepare(endpoint.url);
  const { scope, badges } = createScope({ isForbidden: true });
  await tellWaiting(scope);
  expect(await readSealed()).toBe(1);
  expect(badges).toEqual([1]);
});

test("a device that has left its desks shows nothing, and ends being pushed to", async () => {
  const endpoint = await startAnswering(await serveOne());
  await prepare(endpoint.url, false);
  let ended = 0;
  const subscription = { unsubscribe: async () => void (ended += 1) };
  vi.stubGlobal("registration", { pushManager: { getSubscription: async () => subscription } });
  const { scope, shown, badges } = createScope();
  await tellWaiting(scope);
  expect([shown, badges, ended]).toEqual([[], [], 1]);
  expect(endpoint.heard).toEqual([]);
});

test("without storage the app's name is shown: a browser would say something else", async () => {
  vi.stubGlobal("indexedDB", undefined);
  const { scope, shown } = createScope();
  await expect(tellWaiting(scope)).rejects.toThrow("storageMissing");
  expect(shown).toEqual([{ title: "Enlace", body: "", lang: "", tag: "waiting" }]);
});
