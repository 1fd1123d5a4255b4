import { join } from "node:path";

/** The project's folder, without a slash at the end. */
export const projectFolder: string = join(import.meta.dirname, "../..");
