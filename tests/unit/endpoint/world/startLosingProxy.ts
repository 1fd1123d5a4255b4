import { once } from "node:events";
import { connect, createServer } from "node:net";
import { onTestFinished } from "vitest";

/** A proxy that passes a request on and breaks both ends the moment that its answer comes. */
export const startLosingProxy = async (address: string): Promise<string> => {
  const { port } = new URL(address);
  const proxy = createServer((near) => {
    const far = connect(Number(port), "127.0.0.1");
    near.pipe(far);
    far.once("data", () => {
      near.destroy();
      far.destroy();
    });
    near.on("error", () => far.destroy());
    far.on("error", () => near.destroy());
  });
  proxy.listen(0, "127.0.0.1");
  await once(proxy, "listening");
  onTestFinished(() => new Promise((resolve) => proxy.close(() => resolve())));
  const bound = proxy.address();
  return `http://127.0.0.1:${typeof bound === "object" ? bound?.port : ""}`;
};
