import type { DeviceIdentity } from "#sealing/vault/privateValues.ts";
import { fillDevice } from "./fillDevice.ts";
import { createDesks, type Desks, measureOpening, measureSealing } from "./sealingTimes.ts";

/**
 * What the bench asks of a page. It is built anew from the app's own `sealing` and `storage` with the
 * app's bundler, for a page of the app's origin: the product has no door for measuring, and its
 * chunks export shortened names.
 */
export type BenchPage = {
  readonly fillDevice: (passphrase: string, threadCount: number) => Promise<number>;
  readonly createDesks: (deviceCount: number) => Promise<Desks>;
  readonly measureSealing: (
    own: DeviceIdentity,
  ) => Promise<{ readonly ms: number; readonly bytes: string }>;
  readonly measureOpening: (own: DeviceIdentity, bytes: string) => Promise<number>;
};

const benchPage: BenchPage = { fillDevice, createDesks, measureSealing, measureOpening };
Object.assign(globalThis, { benchPage });
