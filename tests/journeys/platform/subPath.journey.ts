import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createProfile, openPage } from "#tests/engines/openPage.ts";
import type { Page } from "#tests/engines/page.ts";
import { type StaticServer, serveFolder } from "#tests/engines/serveFolder.ts";
import { distFolder } from "#tests/house/distFolder.ts";
import { enginesOf } from "#tests/journeys/steps/engines.ts";
import { readPrecache } from "#tests/journeys/steps/kept.ts";
import { seeReady } from "#tests/journeys/steps/person.ts";
import { createTranslate, openRoute, seeText } from "#tests/journeys/steps/screen.ts";

/** Of what is tried below; `script-src` is not among them: Trusted Types refuse before it is asked. */
const wanted = ["require-trusted-types-for", "img-src", "frame-src", "connect-src"];

/** What a script could try that somebody had brought into the page. Runs there. */
const tryAll = async (elsewhere: string) => {
  // An inspector's own call may do what the page may not.
  await new Promise((resolve) => {
    setTimeout(resolve);
  });
  const blocked = new Set<string>();
  Object.assign(globalThis, { blocked });
  document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => {
    blocked.add(effectiveDirective);
  });
  const isRefused = (act: () => unknown): boolean => {
    try {
      act();
      return false;
    } catch {
      return true;
    }
  };
  const mark = "globalThis.isBroken = true";
  const show = (element: HTMLElement): void => document.body.append(element);
  show(Object.assign(new Image(), { src: `${elsewhere}icons/icon-192.png` }));
  show(Object.assign(document.createElement("iframe"), { src: elsewhere }));
  return {
    // oxlint-disable-next-line no-eval -- what a foreign script would try
    eval: isRefused(() => (0, eval)(mark)),
    markup: isRefused(() => {
      const box = document.createElement("div");
      box.innerHTML = `<img src="x" alt="" onerror="${mark}">`;
      show(box);
    }),
    script: isRefused(() => {
      const script = document.createElement("script");
      script.textContent = mark;
      show(script);
    }),
    send: await fetch(elsewhere).then(
      () => false,
      () => true,
    ),
  };
};

describe.each(enginesOf("platform/subPath"))("a plain host under a sub-path in %s", (engine) => {
  let server: StaticServer;
  let page: Page;
  /** It would answer: only the policy is in the way. */
  let elsewhere: StaticServer;

  beforeAll(async () => {
    elsewhere = await serveFolder(distFolder);
    server = await serveFolder(distFolder, { path: "/office/enlace/" });
    const profile = createProfile();
    // It tries what a foreign script would.
    page = await openPage({ engine, profile, locale: "fr", breaksPolicy: true });
    await page.goto(server.address);
  });
  afterAll(async () => {
    await page?.close();
    await server?.stop();
    await elsewhere?.stop();
  });

  test("serves the whole app, without a header or a rewrite rule", async () => {
    await seeReady(page, createTranslate("fr"));
    const outside = (await readPrecache(page)).filter((url) => !url.startsWith(server.address));
    expect(outside).toEqual([]);
  });

  test("keeps the policy against foreign scripts, from its own page", async () => {
    const isTaken = await page.evaluate(() => {
      try {
        document.createElement("script").setAttribute("src", "https://elsewhere.example/x.js");
        return true;
      } catch {
        return false;
      }
    }, null);
    expect(isTaken).toBe(false);
  });

  test("lets nothing run, be shown or leave that is not Enlace's own", async () => {
    const refused = await page.evaluate(tryAll, elsewhere.address);
    expect(refused).toEqual({ eval: true, markup: true, script: true, send: true });
    await page.waitFor(
      (directives) => {
        const { blocked } = globalThis as unknown as { blocked: ReadonlySet<string> };
        return directives.every((directive) => blocked.has(directive));
      },
      wanted,
      { what: `what ${engine} blocks: ${wanted.join(", ")}` },
    );
    expect(await page.evaluate(() => "isBroken" in globalThis, null)).toBe(false);
  });

  test("works once the host is gone", async () => {
    await server.stop();
    await page.reload();
    await openRoute(page, server.address, "#/directory");
    await seeText(page, "Argentine");
  });
});
