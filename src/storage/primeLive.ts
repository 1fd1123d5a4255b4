import type { EnlaceDatabase } from "./database.ts";

/** A read that a screen makes, under the name by which it is known to mean the same. */
export type LiveQuery<T> = {
  readonly key: string;
  readonly read: (database: EnlaceDatabase) => Promise<T>;
};

const primed = new Map<string, unknown>();

/**
 * Reads what the first screen will show while its code is still being loaded, so that its first
 * rendering is whole. A failure is left to the screen's own read, which says so.
 */
export const primeLive = async <T>(
  database: EnlaceDatabase,
  { key, read }: LiveQuery<T>,
): Promise<void> => {
  const value = await read(database).catch(() => undefined);
  if (value !== undefined) primed.set(key, value);
};

/** What was read for `key` before the first rendering; undefined if nothing was. */
export const findPrimed = (key: string): unknown => primed.get(key);

/** From the first live answer on, only live answers count. */
export const forgetPrimed = (key: string): void => {
  primed.delete(key);
};
