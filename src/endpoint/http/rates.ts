import { isIPv6 } from "node:net";
import { type Instant, instantToMs } from "#domain/instant.ts";
import { err, ok, type Result } from "#domain/result.ts";
import type { Rate } from "#endpoint/config/limits.ts";

type RateLimited = { readonly type: "rateLimited"; readonly retryAfterS: number };

export type RateLimiter = { readonly take: (key: string) => Result<void, RateLimited> };

type Bucket = { tokens: number; atMs: number };

const maxKeys = 10_000;

/**
 * A token bucket per key, in this process's memory; a refusal says in how many whole seconds the next
 * request is taken. Several processes count separately.
 */
export const createRateLimiter = (rate: Rate, clock: () => Instant): RateLimiter => {
  const bucketsByKey = new Map<string, Bucket>();
  return {
    take: (key) => {
      const nowMs = instantToMs(clock());
      const tokens = refill(bucketsByKey.get(key), rate, nowMs);
      // Deleting and setting a key keeps the map in order of use.
      bucketsByKey.delete(key);
      bucketsByKey.set(key, { tokens: tokens >= 1 ? tokens - 1 : tokens, atMs: nowMs });
      if (bucketsByKey.size > maxKeys) forgetOldest(bucketsByKey);
      if (tokens >= 1) return ok(undefined);
      return err({ type: "rateLimited", retryAfterS: Math.ceil((1 - tokens) / rate.perSecond) });
    },
  };
};

const refill = (bucket: Bucket | undefined, rate: Rate, nowMs: number): number => {
  if (!bucket) return rate.burst;
  // A clock that was set back must not empty a bucket.
  const elapsedS = Math.max(0, nowMs - bucket.atMs) / 1000;
  return Math.min(rate.burst, bucket.tokens + elapsedS * rate.perSecond);
};

const forgetOldest = (bucketsByKey: Map<string, Bucket>): void => {
  const oldest = bucketsByKey.keys().next();
  if (!oldest.done) bucketsByKey.delete(oldest.value);
};

type SlotsTaken = { readonly type: "unavailable"; readonly retryAfterS: number };

/** `take` returns the function that frees the slot. */
export type Slots = { readonly take: (key: string) => Result<() => void, SlotsTaken> };

/** About the time that it takes to read an edition. */
const retryAfterS = 5;

/**
 * At most `count` slots at once in this process, and one per key, so that nobody can occupy them all.
 * A refusal says when to try again.
 */
export const createSlots = (count: number): Slots => {
  const taken = new Set<string>();
  return {
    take: (key) => {
      if (taken.size >= count || taken.has(key)) return err({ type: "unavailable", retryAfterS });
      taken.add(key);
      return ok(() => taken.delete(key));
    },
  };
};

/**
 * The address that rates are counted by. Behind `proxies` of our own it is the one that the outermost
 * proxy saw (the n-th from the right in `X-Forwarded-For`): anyone can forge those further left. IPv6
 * counts by /64, since one subscriber usually has a whole /64.
 */
export const clientAddress = (
  remote: string | undefined,
  forwardedFor: string | undefined,
  proxies: number,
): string => {
  const hops = (forwardedFor ?? "").split(",").map((hop) => hop.trim());
  const address = (proxies > 0 && hops.at(-proxies)) || remote || "unknown";
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "");
  return isIPv6(plain) ? networkOf(plain) : plain;
};

const networkOf = (address: string): string => {
  const [head = "", tail] = address.split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail ? tail.split(":") : [];
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  const groups = [...left, ...Array<string>(zeros).fill("0"), ...right];
  return `${groups.slice(0, 4).join(":")}::/64`;
};
