import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "#tests/house/listFiles.ts";

type LockedPackage = {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
};

type LockFile = { readonly packages: Readonly<Record<string, LockedPackage>> };

const lockPath = join(projectFolder, "package-lock.json");
const systems = ["android", "darwin", "freebsd", "linux", "openbsd", "openharmony", "win32"];

export const readLockFile = (): LockFile => JSON.parse(readFileSync(lockPath, "utf8")) as LockFile;

/** Optional packages (a tool's builds for other systems) that have no entry, and their entries. */
export const listMissing = ({ packages }: LockFile): ReadonlyMap<string, LockedPackage> => {
  const missing = new Map<string, LockedPackage>();
  for (const [path, parent] of Object.entries(packages)) {
    for (const [name, range] of Object.entries(parent.optionalDependencies ?? {})) {
      const isThere = [`${path}/node_modules/${name}`, `node_modules/${name}`].some(
        (place) => place in packages,
      );
      if (!isThere) missing.set(`node_modules/${name}`, createEntry(name, range, parent));
    }
  }
  return missing;
};

/**
 * Adds what npm left out because its registry has no builds for other systems: `npm ci` refuses a
 * lock file without them. `npm run lock:complete`, after every change of a dependency.
 */
export const completeLockFile = (): number => {
  const lock = readLockFile();
  const missing = listMissing(lock);
  const packages = Object.fromEntries(
    [...Object.entries(lock.packages), ...missing].toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
  writeFileSync(lockPath, `${JSON.stringify({ ...lock, packages }, null, 2)}\n`);
  return missing.size;
};

/** `@rollup/rollup-linux-x64-musl` says in its name where it runs. */
const createEntry = (name: string, range: string, parent: LockedPackage): LockedPackage => {
  const words = name.split(/[-/]/);
  const at = words.findIndex((word) => systems.includes(word));
  const [system, processor] = words.slice(at, at + 2);
  return {
    version: range.replace(/^[\^~]/, ""),
    ...(processor === undefined ? {} : { cpu: [processor] }),
    ...(parent.dev ? { dev: true } : {}),
    optional: true,
    ...(at < 0 || system === undefined ? {} : { os: [system] }),
    ...(name.endsWith("-musl") ? { libc: ["musl"] } : {}),
    ...(name.endsWith("-gnu") ? { libc: ["glibc"] } : {}),
  };
};

if (import.meta.main) console.log(`${completeLockFile()} added to package-lock.json`);
