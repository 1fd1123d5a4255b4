import { createHash } from "node:crypto";
import type { Plugin, Rolldown } from "vite";
import { createContentSecurityPolicy } from "#protocol/contentSecurityPolicy.ts";
import { endpoint } from "./hosting.ts";
import { buildClassic } from "./scripts.ts";

/**
 * Lets the page paint its first text from a single response: the script that runs before the first
 * paint is inside the page, and requests the rest. The policy, which is also in the page for hosts
 * that send no headers, names inline content by its hash.
 */
export const firstPaint = (): Plugin => ({
  name: "enlace-first-paint",
  transformIndexHtml: {
    order: "post",
    handler: async (page, { bundle }) => {
      if (!bundle) return page;
      const [, start] = /<script type="module"[^>]* src="([^"]*\/start-[^"]+)"/.exec(page) ?? [];
      const [, style] = /<link rel="stylesheet"[^>]* href="([^"]+)"/.exec(page) ?? [];
      if (!start || !style) throw new Error("the page asks for no first script or no styles");
      const files = JSON.stringify({ start, style, ...listChunks(Object.values(bundle)) });
      const boot = await buildClassic("src/app/boot.ts", "boot.js");
      const scripts = `<script type="application/json" id="app-files">${files}</script>
    <script>${boot}</script>`;
      const html = page
        .replace(/ *<link rel="stylesheet"[^>]*>\n/g, "")
        .replace(/ *<script type="module"[^>]*><\/script>\n/g, "")
        .replace('<script src="./boot.js"></script>', () => scripts);
      const policy = createContentSecurityPolicy({
        connect: endpoint === undefined ? [] : [new URL(endpoint).origin],
        scripts: listHashes(html, /<script>(.*?)<\/script>/gs),
        styles: listHashes(html, /<style>(.*?)<\/style>/gs),
        forMeta: true,
      });
      const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}" />`;
      return html.replace(/<meta charset="utf-8" \/>/i, (charset) => `${charset}\n    ${meta}`);
    },
  },
  configureServer: (server) => {
    server.middlewares.use("/boot.js", (_request, response) => {
      response.setHeader("Content-Type", "text/javascript");
      buildClassic("src/app/boot.ts", "boot.js").then(
        (code) => response.end(code),
        (cause: unknown) => response.writeHead(500).end(String(cause)),
      );
    });
  },
});

/** Lists hashes in the form in which a policy names inline content (CSP 3, 8.3). */
const listHashes = (html: string, pattern: RegExp): readonly string[] =>
  Array.from(html.matchAll(pattern), ([, text = ""]) => {
    const digest = createHash("sha256").update(text).digest("base64");
    return `'sha256-${digest}'`;
  });

/** Lists the chunks with the messages and the screens that `boot.ts` requests. */
const listChunks = (outputs: readonly (Rolldown.OutputChunk | Rolldown.OutputAsset)[]) => {
  const messages: Record<string, string> = {};
  const places: Record<string, string[]> = {};
  for (const chunk of outputs) {
    if (chunk.type !== "chunk") continue;
    const file = `./${chunk.fileName}`;
    for (const id of chunk.moduleIds) {
      const message = /locales\/(\w+\/\w+)\.json$/.exec(id)?.[1];
      if (message) messages[message] = file;
    }
    const facade = chunk.facadeModuleId ?? "";
    const feature = /features\/(\w+)\/\w+Routes\.tsx$/.exec(facade)?.[1];
    const place = facade.endsWith("src/app/home/StartScreen.tsx") ? "start" : feature;
    // The first script requests its own imports.
    const others = chunk.imports.filter((each) => !/\/(start|rolldown-runtime)-/.test(each));
    if (place) places[place] = [file, ...others.map((each) => `./${each}`)];
  }
  return { messages, places };
};
