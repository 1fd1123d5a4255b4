import type { Config } from "./parseConfig.ts";

/** Where the endpoint is reached: as configured, else by the port and host that it listens on. */
export const formatAddress = ({ publicAddress, host }: Config, port: number): string => {
  if (publicAddress !== undefined) return publicAddress;
  const isLocal = ["127.0.0.1", "::1", "0.0.0.0", "::", "localhost"].includes(host);
  const name = isLocal ? "localhost" : host;
  return `http://${name.includes(":") ? `[${name}]` : name}:${port}`;
};
