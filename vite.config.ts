import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import react from "@vitejs/plugin-react";
import { build, type Plugin } from "vite";
import { VitePWA } from "vite-plugin-pwa";
import { defineConfig } from "vitest/config";
import { createContentSecurityPolicy } from "./src/protocol/contentSecurityPolicy.ts";

const root = import.meta.dirname;

/** `ENLACE_ENDPOINT=https://… npm run build` for an app that is hosted apart from its endpoint. */
const endpoint = process.env.ENLACE_ENDPOINT;

/** The policy for hosts that send no headers, and the endpoint's address where it is another. */
const hosting = (): Plugin => ({
  name: "enlace-hosting",
  apply: "build",
  transformIndexHtml: (html) => {
    const connect = endpoint === undefined ? [] : [new URL(endpoint).origin];
    const policy = createContentSecurityPolicy({ connect, forMeta: true });
    const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}" />`;
    return html.replace(/<meta charset="utf-8" \/>/i, (charset) => `${charset}\n    ${meta}`);
  },
  writeBundle: ({ dir }) => {
    if (endpoint === undefined || dir === undefined) return;
    writeFileSync(join(dir, "config.json"), `${JSON.stringify({ endpoint })}\n`);
  },
});

/**
 * Tells `boot.js` which files hold which messages and screens: a first screen then comes with one
 * round of requests instead of three.
 */
const chunkMap = (): Plugin => ({
  name: "enlace-chunk-map",
  apply: "build",
  transformIndexHtml: {
    order: "post",
    handler: (html, { bundle }) => {
      const messages: Record<string, string> = {};
      const places: Record<string, string[]> = {};
      for (const chunk of Object.values(bundle ?? {})) {
        if (chunk.type !== "chunk" || !chunk.facadeModuleId) continue;
        const file = `./${chunk.fileName}`;
        const message = /locales\/(\w+\/\w+)\.json$/.exec(chunk.facadeModuleId)?.[1];
        if (message) messages[message] = file;
        const place = /features\/(\w+)\/\w+Routes\.tsx$/.exec(chunk.facadeModuleId)?.[1];
        const styles = chunk.viteMetadata?.importedCss ?? [];
        const others = [...chunk.imports, ...styles].map((each) => `./${each}`);
        if (place) places[place] = [file, ...others];
      }
      const map = JSON.stringify({ messages, places });
      const script = `<script type="application/json" id="chunks">${map}</script>`;
      return html.replace('<script src="./boot.js">', (boot) => `${script}\n    ${boot}`);
    },
  },
});

/** What can't be a module: `boot.js` runs before the first paint, the pusher inside the worker. */
const classicScripts = (): Plugin => ({
  name: "enlace-classic-scripts",
  writeBundle: async ({ dir }) => {
    if (dir === undefined) return;
    await buildClassic("src/app/boot.ts", "boot.js", dir);
    await buildClassic("src/service-worker/backgroundPush.ts", "background-push.js", dir);
  },
  configureServer: (server) => {
    server.middlewares.use("/boot.js", (_request, response) => {
      response.setHeader("Content-Type", "text/javascript");
      server.transformRequest("/src/app/boot.ts").then(
        (built) => response.end(built?.code),
        () => response.end(),
      );
    });
  },
});

const buildClassic = async (entry: string, fileName: string, outDir: string): Promise<void> => {
  await build({
    configFile: false,
    root,
    logLevel: "warn",
    publicDir: false,
    build: {
      outDir,
      emptyOutDir: false,
      lib: {
        entry: join(root, entry),
        formats: ["iife"],
        name: "enlace",
        fileName: () => fileName,
      },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
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

const neededAtStart =
  /src\/(app|sync|storage|protocol|i18n)\/|node_modules\/(react|react-dom|scheduler|dexie|i18next|react-i18next|wouter|valibot|workbox-window|use-sync-external-store|regexparam)\//;

export default defineConfig({
  base: "./",
  // Dexie's build for today's browsers: 2 KiB smaller, and nothing of it is transpiled.
  resolve: { alias: { dexie: "dexie/dist/modern/dexie.mjs" } },
  plugins: [react(), hosting(), chunkMap(), classicScripts(), pwa, compressed()],
  build: {
    target: ["chrome111", "firefox115", "safari16.4"],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // What every screen needs is one file: gzip knows more of it, and it is one request.
        codeSplitting: {
          groups: [
            { name: "start", test: neededAtStart },
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
        test: { name: "unit", include: ["tests/**/*.test.{ts,tsx}"], environment: "node" },
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
