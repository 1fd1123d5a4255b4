import { homeOf, type Link, nounOf } from "./addresses.ts";

/** Who needs whom, and the line that says so: `graph.get("a.ts")?.get("b.ts")` is `a.ts:3`. */
export type Graph = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** Files, by their imports and types; what `import()` names comes later, and makes no circle. */
export const createFileGraph = (links: readonly Link[]): Graph =>
  createGraph(links, ({ from, to }) => [from, to]);

/** The nouns of each layer, or of each feature, by the imports of their files. */
export const createNounGraph = (links: readonly Link[]): Graph =>
  createGraph(links, ({ from, to }) => {
    const [noun, other] = [nounOf(from), nounOf(to)];
    const isInside = homeOf(from) === homeOf(to) && noun !== other;
    return isInside && noun !== undefined && other !== undefined ? [noun, other] : undefined;
  });

/**
 * The shortest circle of every knot, as `a → b → a (a.ts:3, b.ts:7)`. A knot is whatever reaches
 * itself by way of each other; once its shortest circle is open, the next one is told.
 */
export const findCircles = (graph: Graph): readonly string[] => {
  const told = new Set<string>();
  const circles: string[] = [];
  for (const start of [...graph.keys()].toSorted()) {
    if (told.has(start) || !listReached(graph, start).has(start)) continue;
    const knot = [...listReached(graph, start)].filter((node) =>
      listReached(graph, node).has(start),
    );
    for (const node of knot) told.add(node);
    const [shortest = []] = knot
      .toSorted()
      .map((node) => findWayBack(graph, node))
      .toSorted((a, b) => a.length - b.length);
    const knotted = knot.length > shortest.length ? `, in a knot of ${knot.length}` : "";
    circles.push(sayCircle(graph, shortest) + knotted);
  }
  return circles;
};

const createGraph = (
  links: readonly Link[],
  toArrow: (link: Link) => readonly [string, string] | undefined,
): Graph => {
  const graph = new Map<string, Map<string, string>>();
  for (const link of links) {
    const arrow = link.isLazy ? undefined : toArrow(link);
    if (!arrow) continue;
    const [from, to] = arrow;
    const needed = graph.get(from) ?? new Map<string, string>();
    if (!needed.has(to)) needed.set(to, `${link.from}:${link.line}`);
    graph.set(from, needed);
  }
  return graph;
};

/** All that a node needs, and what that needs; the node itself only where a circle leads back. */
const listReached = (graph: Graph, start: string): ReadonlySet<string> => {
  const reached = new Set<string>(graph.get(start)?.keys());
  for (const node of reached) for (const next of graph.get(node)?.keys() ?? []) reached.add(next);
  return reached;
};

/** The nodes of the shortest way from `start` to itself; none where there is no way. */
const findWayBack = (graph: Graph, start: string): readonly string[] => {
  const ways: (readonly string[])[] = [[start]];
  const seen = new Set<string>();
  for (const way of ways) {
    for (const next of graph.get(way.at(-1) ?? start)?.keys() ?? []) {
      if (next === start) return way;
      if (!seen.has(next)) ways.push([...way, next]);
      seen.add(next);
    }
  }
  return [];
};

const sayCircle = (graph: Graph, nodes: readonly string[]): string => {
  const round = [...nodes, ...nodes.slice(0, 1)];
  const lines = nodes.map((node, index) => graph.get(node)?.get(round[index + 1] ?? ""));
  return `${round.join(" → ")} (${lines.join(", ")})`;
};
