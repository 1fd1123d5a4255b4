import { resolve } from "node:path";
import { projectFolder } from "./listFiles.ts";

/** The built app; `ENLACE_DIST` names another build to try. */
export const distFolder = resolve(process.env["ENLACE_DIST"] ?? `${projectFolder}dist`);
