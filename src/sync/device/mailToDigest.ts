import type { DeviceId, Digest } from "#domain/envelope/envelope.ts";
import { digestText } from "#signing/digestText.ts";

/** By which a chosen address is known again among those that can be read. */
export const mailToDigest = (device: DeviceId, mail: string): Promise<Digest> =>
  digestText(`${device} ${mail}`);
