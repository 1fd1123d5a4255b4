import type { Server } from "node:http";

/**
 * Takes no more connections and resolves when the requests in progress have been answered, or
 * after `boundMs`, when what is still open is cut off.
 */
export const stopGracefully = async (server: Server, boundMs: number): Promise<void> => {
  // A connection that is kept alive becomes idle only after its last answer, so look repeatedly.
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  const bound = setTimeout(() => server.closeAllConnections(), boundMs);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
  clearInterval(sweep);
  clearTimeout(bound);
};
