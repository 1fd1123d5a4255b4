import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import type { Plugin } from "vite";

/**
 * Compresses files for the endpoint, and for any host that looks for `.br` and `.gz` beside a file.
 */
export const compressed = (): Plugin => {
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
