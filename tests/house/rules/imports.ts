import { basename, dirname } from "node:path/posix";
import { type Explain, featureOf, findTarget, layerOf, withoutQuery } from "./addresses.ts";

/** Which layers a layer may import. */
export type Layers = ReadonlyMap<string | undefined, readonly string[]>;

/** A package, or several with `*` at the end, and the layers that may import it. */
export type PackageHome = { readonly name: string | undefined; readonly may: readonly string[] };

export const explainLayer =
  (layers: Layers): Explain =>
  (path, from) => {
    const target = findTarget(path, from);
    if (target === undefined) return undefined;
    const layer = layerOf(path);
    if (!target.startsWith("src/")) {
      return layer === "i18n" && target.startsWith("locales/") ? undefined : "it leaves src";
    }
    if (layer === layerOf(target)) {
      return featureOf(path) === featureOf(target) ? undefined : "no feature imports another";
    }
    return layers.get(layer)?.includes(layerOf(target))
      ? undefined
      : `${layer} may not import ${layerOf(target)}`;
  };

export const explainPackage =
  (homes: readonly PackageHome[]): Explain =>
  (path, from) => {
    if (findTarget(path, from) !== undefined) return undefined;
    const home = homes.find(({ name = "" }) =>
      name.endsWith("*") ? from.startsWith(name.slice(0, -1)) : from === name,
    );
    if (!home) return "it stands in no row of the packages";
    return home.may.includes(layerOf(path)) ? undefined : `its home is ${home.may.join(", ")}`;
  };

/** What lies outside of `src` and `tests`, as `locales` and `vite.config.ts` do, has no `#`. */
export const explainWriting =
  (exists: (path: string) => boolean): Explain =>
  (path, from) => {
    const target = findTarget(path, from);
    if (target === undefined) return undefined;
    if (!exists(target)) return "there is no such file";
    if (!/\.(ts|tsx|css|json)$/.test(withoutQuery(from))) return "its extension is missing";
    if (!/^(src|tests)\//.test(target)) return undefined;
    if (dirname(path) === dirname(target)) {
      return withoutQuery(from) === `./${basename(target)}`
        ? undefined
        : "inside a folder it is written with ./";
    }
    return from.startsWith("#") ? undefined : "across folders it begins with #";
  };
