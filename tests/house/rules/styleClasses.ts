/**
 * Class names that two style sheets define.
 *
 * [Note: where a class is defined] Where it is what a selector is about, its last compound, and no
 * other class stands before it: `.timeline li` and `.timeline` speak of `.timeline` alone,
 * `.call-entry .field` says how a field looks in a call's entry, and a field is defined elsewhere. A
 * class that is nowhere spoken of alone is defined wherever a selector is about it.
 */
export const listSharedClasses = (sheets: ReadonlyMap<string, string>): readonly string[] => {
  const places = [...sheets].flatMap(([path, css]) =>
    listSelectors(css)
      .flatMap((selector) => listSubjects(selector, true))
      .map((subject) => ({ ...subject, path })),
  );
  const spokenOf = new Set(places.filter(({ isAlone }) => isAlone).map(({ name }) => name));
  const definers = new Map<string, Set<string>>();
  for (const { name, isAlone, path } of places) {
    if (!isAlone && spokenOf.has(name)) continue;
    definers.set(name, (definers.get(name) ?? new Set()).add(path));
  }
  return [...definers]
    .filter(([, paths]) => paths.size > 1)
    .map(([name, paths]) => `.${name} is defined in ${[...paths].join(" and in ")}`)
    .toSorted();
};

/** A class that a selector is about; `isAlone` where no other class stands before it. */
type Subject = { readonly name: string; readonly isAlone: boolean };

/** Every selector of a style sheet: those inside at-rules too, nested ones with what they stand in. */
const listSelectors = (css: string): readonly string[] => {
  const bare = css.replace(/\/\*[^]*?\*\/|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'/g, (found) =>
    found.startsWith("/*") ? " " : '""',
  );
  const selectors: string[] = [];
  const open: string[] = [];
  for (const [, written = "", mark] of bare.matchAll(/([^{};]*)([{};])/g)) {
    const head = written.trim();
    const outer = open.at(-1) ?? "";
    if (mark === "}") open.pop();
    if (mark !== "{") continue;
    const inner = head.startsWith("@") ? outer : nest(outer, head);
    if (!head.startsWith("@")) selectors.push(...split(inner, ","));
    open.push(inner);
  }
  return selectors;
};

/** `.a { &:hover, .b {} }` is `:is(.a):hover, :is(.a) .b`. */
const nest = (outer: string, head: string): string =>
  outer === ""
    ? head
    : split(head, ",")
        .map((each) =>
          each.includes("&") ? each.replaceAll("&", `:is(${outer})`) : `:is(${outer}) ${each}`,
        )
        .join(", ");

const listSubjects = (selector: string, isAlone: boolean): readonly Subject[] => {
  const compounds = split(selector, " \n\t>+~");
  const stands = isAlone && !compounds.slice(0, -1).some((compound) => /\.[a-z_-]/i.test(compound));
  const { plain, choices } = takeApart(compounds.at(-1) ?? "");
  return [
    ...Array.from(plain.matchAll(/\.([\w-]+)/g), ([, name = ""]) => ({ name, isAlone: stands })),
    ...choices.flatMap((choice) => listSubjects(choice, stands)),
  ];
};

/** A compound without the brackets of its pseudo-classes, and the selectors in `:is()`, `:where()`. */
const takeApart = (compound: string): { plain: string; choices: readonly string[] } => {
  const [plain = "", ...rest] = split(`*${compound}`, ":");
  const choices = rest.flatMap((pseudo) => {
    const inside = /^(?:is|where)\(([^]*)\)/.exec(pseudo)?.[1];
    return inside === undefined ? [] : split(inside, ",");
  });
  // What follows the brackets belongs to the compound: `:is(h2, h3).title`.
  const behind = rest.map((pseudo) => pseudo.replace(/\([^]*\)/, ""));
  return { plain: [plain, ...behind].join(" "), choices };
};

/** The parts between these signs, those in brackets left whole. */
const split = (text: string, signs: string): readonly string[] => {
  const parts = [""];
  let depth = 0;
  for (const sign of text) {
    if ("([".includes(sign)) depth += 1;
    if (")]".includes(sign)) depth -= 1;
    if (depth === 0 && signs.includes(sign)) parts.push("");
    else parts.push((parts.pop() ?? "") + sign);
  }
  return parts.map((part) => part.trim()).filter((part) => part !== "");
};
