import { chile, createTestDevice, type TestDevice, uruguay } from "./createTestDevice.ts";
import { createTestWorld, type TestWorld } from "./createTestWorld.ts";

/** A device of each of two desks that know of each other. */
export const createPair = async (): Promise<{
  readonly world: TestWorld;
  readonly asker: TestDevice;
  readonly asked: TestDevice;
}> => {
  const world = createTestWorld();
  const asked = await createTestDevice(world, chile);
  const asker = await createTestDevice(world, uruguay);
  await asked.readRegistry();
  return { world, asker, asked };
};
