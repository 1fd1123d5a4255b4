import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

/**
 * `ENLACE_ENDPOINT=https://… ENLACE_PUBLISHER=‹keys› npm run build` builds an app that is hosted
 * apart from its endpoint: the endpoint's address, and the publishers whose signatures enrol its
 * devices.
 */
export const endpoint = process.env.ENLACE_ENDPOINT;
const publishers = process.env.ENLACE_PUBLISHER?.split(",").map((key) => key.trim());

/** Writes `config.json` with these hosting settings, otherwise as it is in `public`. */
export const hosting = (): Plugin => ({
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
