import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The project's folder, ending with a slash. */
export const projectFolder = fileURLToPath(new URL("../../", import.meta.url));

/**
 * Files under `folder` with one of these endings, or all where none is named, as the project names
 * them: `src/app/main.tsx`.
 */
export const listFiles = (folder: string, ...endings: readonly string[]): readonly string[] =>
  existsSync(projectFolder + folder)
    ? readdirSync(projectFolder + folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => `${parentPath}/${name}`.slice(projectFolder.length))
        .filter((path) => endings.length === 0 || endings.some((ending) => path.endsWith(ending)))
        .toSorted()
    : [];
