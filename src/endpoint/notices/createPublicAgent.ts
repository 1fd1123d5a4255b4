import { lookup } from "node:dns";
import { Agent } from "node:https";
import { BlockList, type LookupFunction } from "node:net";

/** Special-purpose addresses (RFC 6890): this computer, its local networks, and unassigned ranges. */
const ownNetworks = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["224.0.0.0", 3],
] as const;
const ownNetworks6 = [
  ["::", 96],
  ["64:ff9b::", 96],
  ["fc00::", 7],
  ["fe80::", 10],
  ["ff00::", 8],
] as const;

/**
 * Connects to public addresses only. Devices choose the push target, and a malicious one must not make
 * the endpoint call a host that only the endpoint can reach. Names are looked up for each connection.
 */
export const createPublicAgent = (): Agent => new Agent({ lookup: lookupPublic });

/** Whether a push service may have this address. */
export const isPublicAddress = (address: string, family: number): boolean =>
  !blocked.check(address, family === 6 ? "ipv6" : "ipv4");

/** An IPv4-mapped IPv6 address is checked as IPv4. */
const blocked = new BlockList();
for (const [network, prefix] of ownNetworks) blocked.addSubnet(network, prefix, "ipv4");
for (const [network, prefix] of ownNetworks6) blocked.addSubnet(network, prefix, "ipv6");

const lookupPublic: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, "");
    const found = addresses.filter(({ address, family }) => isPublicAddress(address, family));
    const [first] = found;
    if (!first) return callback(Object.assign(new Error("not public"), { code: "ENOTPUBLIC" }), "");
    if (options.all) callback(null, found);
    else callback(null, first.address, first.family);
  });
};
