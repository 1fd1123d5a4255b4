import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { build, type Plugin } from "vite";
import { projectFolder } from "./projectFolder.ts";

/** Dexie's build for modern browsers: 2 KiB smaller, and not transpiled. */
export const alias = { dexie: "dexie/dist/modern/dexie.mjs" };

/**
 * Builds scripts that can't be modules: the service worker imports its pusher as a classic script.
 */
export const workerScript = (): Plugin => ({
  name: "enlace-worker-script",
  writeBundle: async ({ dir }) => {
    if (dir === undefined) return;
    const script = await buildClassic("src/service-worker/backgroundPush.ts", "background-push.js");
    writeFileSync(join(dir, "background-push.js"), script);
  },
});

/** Builds one classic script and returns its text. */
export const buildClassic = async (entry: string, fileName: string): Promise<string> => {
  const built = await build({
    configFile: false,
    root: projectFolder,
    logLevel: "warn",
    publicDir: false,
    resolve: { alias },
    build: {
      write: false,
      lib: {
        entry: join(projectFolder, entry),
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
