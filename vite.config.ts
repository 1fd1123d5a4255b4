import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import react from "@vitejs/plugin-react";
import { build, type Plugin, type Rolldown } from "vite";
import { VitePWA } from "vite-plugin-pwa";
import { defineConfig } from "vitest/config";
import { createContentSecurityPolicy } from "./src/protocol/contentSecurityPolicy.ts";

const root = import.meta.dirname;

/** Dexie's build for today's browsers: 2 KiB smaller, and nothing of it is transpiled. */
const alias = { dexie: "dexie/dist/modern/dexie.mjs" };

/**
 * `ENLACE_ENDPOINT=https://… ENLACE_PUBLISHER=‹keys› npm run build` for an app that is hosted apart
 * from its endpoint: which one it is, and by whose signatures its devices are let in.
 */
const endpoint = process.env.ENLACE_ENDPOINT;
const publishers = process.env.ENLACE_PUBLISHER?.split(",").map((key) => key.trim());

/** `config.json` with what was said of the hosting, and else as it lies in `public`. */
const hosting = (): Plugin => ({
  name: "enlace-hosting",
  apply: "build",
  writeBundle: ({ dir }) => {
    if (dir === undefined) return;
    const path = join(dir, "config.json");
    const shipped = JSON.parse(readFileSync(path, "utf8")) as object;
    const said = {
      ...(endpoint === undefined ? {} : { endpoint }),
      ...(publishers === undefined ? {} : { publishers }),
    };
    writeFileSync(path, `${JSON.stringify({ ...shipped, ...said })}\n`);
  },
});

/**
 * Makes the page paint its first words from one answer: what runs before the first paint stands in
 * the page, and asks for the rest. The policy, which hosts that send no headers find in the page too,
 * names what stands inside by its hash.
 */
const firstPaint = (): Plugin => ({
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

/** As a policy names what stands in a page (CSP 3, 8.3). */
const listHashes = (html: string, pattern: RegExp): readonly string[] =>
  Array.from(html.matchAll(pattern), ([, text = ""]) => {
    const digest = createHash("sha256").update(text).digest("base64");
    return `'sha256-${digest}'`;
  });

/** Which chunks hold the messages and the screens that `boot.ts` asks for. */
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
    const place = facade.endsWith("src/app/StartScreen.tsx") ? "start" : feature;
    // The first script asks for what it needs itself.
    const others = chunk.imports.filter((each) => !/\/(start|rolldown-runtime)-/.test(each));
    if (place) places[place] = [file, ...others.map((each) => `./${each}`)];
  }
  return { messages, places };
};

/** What can't be a module: the worker takes its pusher in as a classic script. */
const workerScript = (): Plugin => ({
  name: "enlace-worker-script",
  writeBundle: async ({ dir }) => {
    if (dir === undefined) return;
    const script = await buildClassic("src/service-worker/backgroundPush.ts", "background-push.js");
    writeFileSync(join(dir, "background-push.js"), script);
  },
});

/**
 * Of the passwords that leaked the front: what people choose, with 3,500 of eight characters and more
 * (OWASP's ASVS wants 3,000). All 49,000 would be 160 KiB more on each device, and half a second of
 * a slow phone.
 */
const commonPasswords = (): Plugin => ({
  name: "enlace-common-passwords",
  resolveId: (id) => (id === "virtual:common-passwords" ? `\0${id}` : undefined),
  load: async (id) => {
    if (id !== "\0virtual:common-passwords") return undefined;
    const { dictionary } = await import("@zxcvbn-ts/language-common");
    const front = dictionary["passwords-common"].slice(0, 10_000).join(" ");
    return `export const leakedPasswords = ${JSON.stringify(front)}.split(" ");`;
  },
});

/** One classic script, as text. */
const buildClassic = async (entry: string, fileName: string): Promise<string> => {
  const built = await build({
    configFile: false,
    root,
    logLevel: "warn",
    publicDir: false,
    resolve: { alias },
    build: {
      write: false,
      lib: {
        entry: join(root, entry),
        formats: ["iife"],
        name: "enlace",
        fileName: () => fileName,
      },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  const [output] = [built].flat().flatMap((each) => ("output" in each ? each.output : []));
  if (output?.type !== "chunk") throw new Error(`${entry} made no script`);
  return output.code.trim();
};

/** Ready-made for the endpoint, and for any host that looks for `.br` and `.gz` beside a file. */
const compressed = (): Plugin => {
  let outDir = "";
  return {
    name: "enlace-compressed",
    apply: "build",
    enforce: "post",
    configResolved: (config) => {
      outDir = join(config.root, config.build.outDir);
      if (config.build.outDir.startsWith("/")) outDir = config.build.outDir;
    },
    closeBundle: {
      order: "post",
      sequential: true,
      handler: () => {
        for (const file of readdirSync(outDir, { recursive: true, encoding: "utf8" })) {
          if (!/\.(js|css|html|json|svg|webmanifest)$/.test(file)) continue;
          const bytes = readFileSync(join(outDir, file));
          writeFileSync(join(outDir, `${file}.br`), brotliCompressSync(bytes));
          writeFileSync(join(outDir, `${file}.gz`), gzipSync(bytes, { level: 9 }));
        }
      },
    },
  };
};

const pwa = VitePWA({
  strategies: "injectManifest",
  srcDir: "src/service-worker",
  filename: "sw.ts",
  registerType: "prompt",
  injectRegister: null,
  manifest: false,
  includeManifestIcons: false,
  injectManifest: {
    rollupFormat: "iife",
    globPatterns: ["**/*.{js,css,html,svg}", "manifest.webmanifest", "icons/icon-192.png"],
    // A browser without IndexedDB has no service worker either: its stand-in needs no precache.
    globIgnores: ["background-push.js", "sw.js", "assets/memory-database-*.js"],
  },
});

/**
 * [Note: what the first chunk holds] All that the start runs, and what two of the places that a first
 * visit reads have in common, since a file of its own would only be one more request. It follows from
 * the imports, so that no file that moves changes it unseen; `tests/commands/measureBudgets.ts` says
 * when it has grown.
 */
const firstScript = "src/app/main.tsx";
const readingPlaces = [
  "src/app/StartScreen.tsx",
  "src/features/guidance/GuidanceRoutes.tsx",
  "src/features/directory/DirectoryRoutes.tsx",
];

/** What only a device with a desk runs, soon after its start. */
const deskScript = "src/sync/enrolledSync.ts";

type Graph = Rolldown.ChunkingContext;

/** A group of chunks for what `listModules` finds in the graph of modules, which is asked once. */
const createGroup = (name: string, listModules: (graph: Graph) => readonly string[]) => {
  let modules: ReadonlySet<string> | undefined;
  return (id: string, graph: Graph): string | null => {
    modules ??= new Set(listModules(graph));
    return modules.has(id) ? name : null;
  };
};

const startGroup = createGroup("start", (graph) => [
  ...listRun(firstScript, graph),
  ...listShared(readingPlaces.map((place) => listRun(place, graph))),
]);

const deskGroup = createGroup("desk", (graph) => listRun(deskScript, graph));

/** Every module that runs as soon as `entry` is imported: what `import()` names runs later. */
const listRun = (entry: string, graph: Graph): readonly string[] => {
  const run = new Set([join(root, entry)]);
  for (const id of run) {
    const found = graph.getModuleInfo(id);
    if (!found) throw new Error(`${id} is not a module of the app`);
    for (const imported of found.importedIds) run.add(imported);
  }
  return [...run];
};

/** What stands in two of the lists or more. */
const listShared = (lists: readonly (readonly string[])[]): readonly string[] => {
  const all = lists.flat();
  return all.filter((id, index) => all.indexOf(id) < index);
};

/** Every screen speaks these two: one file a language. */
const toMessagesChunk = (id: string): string | null => {
  const language = /locales\/(\w+)\/(app|errors)\.json$/.exec(id)?.[1];
  return language === undefined ? null : `app-${language}`;
};

/**
 * A digest of every rule in `folder` and in the folders below it: the rows of the list of threads
 * are made by these rules, and made again when one of them changes.
 */
export const digestDomain = (folder: string = join(root, "src/domain")): string => {
  const digest = createHash("sha256");
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }).toSorted()) {
    if (name.endsWith(".ts")) digest.update(readFileSync(join(folder, name)));
  }
  return digest.digest("base64url").slice(0, 16);
};

export default defineConfig({
  define: { domainDigest: JSON.stringify(digestDomain()) },
  base: "./",
  resolve: { alias },
  plugins: [react(), hosting(), firstPaint(), workerScript(), commonPasswords(), pwa, compressed()],
  build: {
    target: ["chrome111", "firefox115", "safari16.4"],
    assetsInlineLimit: 0,
    // All styles are 7 KiB as they travel: one request, and no screen waits for its own.
    cssCodeSplit: false,
    modulePreload: false,
    rolldownOptions: {
      output: {
        // [Note: compile hint], in decision 0008.
        postBanner: ({ name }) => (name === "start" ? "//# allFunctionsCalledOnLoad" : ""),
        // What every screen needs is one file: gzip knows more of it, and it is one request.
        codeSplitting: {
          groups: [
            { name: startGroup, priority: 2 },
            { name: deskGroup, priority: 1 },
            { name: toMessagesChunk },
            { name: "memory-database", test: /node_modules\/fake-indexeddb\// },
          ],
        },
      },
    },
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["tests/**/*.test.{ts,tsx}"],
          environment: "node",
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          name: "journeys",
          include: ["tests/journeys/**/*.journey.ts"],
          environment: "node",
          maxWorkers: 2,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
