import { isIPv6 } from "node:net";

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
