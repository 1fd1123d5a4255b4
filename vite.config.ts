import react from "@vitejs/plugin-react";
import { VitePWA } from "vite-plugin-pwa";
import { defineConfig } from "vitest/config";
import { deskGroup, startGroup, toMessagesChunk } from "./src/build/chunks.ts";
import { commonPasswords } from "./src/build/commonPasswords.ts";
import { compressed } from "./src/build/compressed.ts";
import { digestDomain } from "./src/build/digestDomain.ts";
import { firstPaint } from "./src/build/firstPaint.ts";
import { hosting } from "./src/build/hosting.ts";
import { alias, workerScript } from "./src/build/scripts.ts";

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

/** Unit tests of what keeps something in its modules, or finds IndexedDB when it is loaded. */
const alone = ["service-worker", "storage", "sync/content"].map(
  (folder) => `tests/unit/${folder}/**/*.test.{ts,tsx}`,
);

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
          exclude: alone,
          environment: "node",
          maxWorkers: 2,
          // Files share our modules: loading them anew for each would take half the time.
          isolate: false,
          unstubGlobals: true,
        },
      },
      {
        extends: true,
        test: { name: "alone", include: alone, environment: "node", maxWorkers: 2 },
      },
      {
        extends: true,
        test: {
          name: "journeys",
          include: ["tests/journeys/**/*.journey.ts"],
          globalSetup: "tests/journeys/setUp.ts",
          environment: "node",
          maxWorkers: 3,
          // They share nothing but the drivers, which take a second to load.
          isolate: false,
          testTimeout: 120_000,
          // Some wait for another journey's end first.
          hookTimeout: 600_000,
        },
      },
    ],
  },
});
