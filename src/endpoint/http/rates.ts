import { isIPv6 } from "node:net";
import { type Instant, instantToMs } from "#domain/instant.ts";
import { err, ok, type Result } from "#domain/result.ts";
import type { Rate } from "#endpoint/config/limits.ts";

type RateLimited = { readonly type: "rateLimited"; readonly retryAfterS: number };

export type RateLimiter = { readonly take: (key: string) => Result<void, RateLimited> };

type Bucket = { tokens: number; atMs: number };

const maxKeys = 10_000;

/**
 * A token bucket a key, in this process's memory; a refusal says after how many whole seconds one
 * more is taken. With several processes each counts for itself.
 */
export const createRateLimiter = (rate: Rate, clock: () => Instant): RateLimiter => {
  const bucketsByKey = new Map<string, Bucket>();
  return {
    take: (key) => {
      const nowMs = instantToMs(clock());
      const tokens = refill(bucketsByKey.get(key), rate, nowMs);
      // Taking a key out and in again keeps the map in order of use.
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

/** `take` gives what frees the slot again. */
export type Slots = { readonly take: (key: string) => Result<() => void, SlotsTaken> };

/** About as long as an edition takes to be read. */
const retryAfterS = 5;

/**
 * So many at once in this process, and one a key, so that nobody holds them all alone; whoever finds
 * none is told when to come again.
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
 * The address that rates are counted by. Behind `proxies` of our own it is the last one that the
 * outermost of them saw (the n-th from the right of `X-Forwarded-For`): what stands further left
 * anybody can write. IPv6 counts by /64, since whoever has one address there has all of them.
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
