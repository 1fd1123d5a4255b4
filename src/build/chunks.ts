import { join } from "node:path";
import type { Rolldown } from "vite";
import { projectFolder } from "./projectFolder.ts";

/**
 * [Note: what the first chunk holds] All that the start runs, and what any two of the places that a
 * first visit reads have in common, since a separate file would only be one more request. It is
 * derived from the imports, so that moving a file can't change it unnoticed;
 * `tests/commands/measureBudgets.ts` reports when it has grown.
 */
const firstScript = "src/app/main.tsx";
const readingPlaces = [
  "src/app/home/StartScreen.tsx",
  "src/features/guidance/GuidanceRoutes.tsx",
  "src/features/directory/DirectoryRoutes.tsx",
];

/** Runs only on a device with a desk, soon after its start. */
const deskScript = "src/sync/enrolledSync.ts";

type Graph = Rolldown.ChunkingContext;

/**
 * Creates a group of chunks from the modules that `listModules` finds in the graph, called once.
 */
const createGroup = (name: string, listModules: (graph: Graph) => readonly string[]) => {
  let modules: ReadonlySet<string> | undefined;
  return (id: string, graph: Graph): string | null => {
    modules ??= new Set(listModules(graph));
    return modules.has(id) ? name : null;
  };
};

export const startGroup = createGroup("start", (graph) => [
  ...listRun(firstScript, graph),
  ...listShared(readingPlaces.map((place) => listRun(place, graph))),
]);

export const deskGroup = createGroup("desk", (graph) => listRun(deskScript, graph));

/** Lists every module that runs as soon as `entry` is imported; modules of `import()` run later. */
const listRun = (entry: string, graph: Graph): readonly string[] => {
  const run = new Set([join(projectFolder, entry)]);
  for (const id of run) {
    const found = graph.getModuleInfo(id);
    if (!found) throw new Error(`${id} is not a module of the app`);
    for (const imported of found.importedIds) run.add(imported);
  }
  return [...run];
};

/** Lists the modules in two or more of the lists. */
const listShared = (lists: readonly (readonly string[])[]): readonly string[] => {
  const all = lists.flat();
  return all.filter((id, index) => all.indexOf(id) < index);
};

/**
 * Groups messages that load together, one file per language: those of every screen, and the field's
 * terms with the place where a first visit uses them.
 */
export const toMessagesChunk = (id: string): string | null => {
  const [, language, namespace = ""] = /locales\/(\w+)\/(\w+)\.json$/.exec(id) ?? [];
  const group = groups.find((together) => together.includes(namespace));
  return group && language ? `${group[0]}-${language}` : null;
};

const groups: readonly (readonly string[])[] = [
  ["app", "errors"],
  ["directory", "words"],
  ["inquiries", "sentences"],
];
