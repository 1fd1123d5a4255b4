import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type StaticServer, serveFolder } from "#tests/engines/serveFolder.ts";
import { distFolder } from "#tests/house/distFolder.ts";
import { enginesOf } from "#tests/journeys/steps/engines.ts";
import { type OpenedApp, openApp } from "#tests/journeys/steps/person.ts";

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

describe.each(enginesOf("platform/policy"))("the page's policy in %s", (engine) => {
  let app: OpenedApp;
  /** It would answer: only the policy is in the way. */
  let elsewhere: StaticServer;

  beforeAll(async () => {
    elsewhere = await serveFolder(distFolder);
    app = await openApp(engine, { breaksPolicy: true });
  });
  afterAll(async () => {
    await app?.close();
    await elsewhere?.stop();
  });

  test("lets nothing run, be shown or leave that is not Enlace's own", async () => {
    const { page } = app;
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
});
