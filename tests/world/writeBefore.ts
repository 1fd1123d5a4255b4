import type { PrivateKind } from "#storage/database.ts";
import type { TestDevice } from "./createTestDevice.ts";

/**
 * The same device, and another tab that writes between its reading and its transaction: `write` runs
 * once, before the first row of this kind is sealed.
 */
export const writeBefore = (
  device: TestDevice,
  kind: PrivateKind,
  write: () => Promise<unknown>,
): TestDevice => {
  let isWritten = false;
  const { vault } = device;
  return {
    ...device,
    vault: {
      ...vault,
      seal: async (sealed, id, value) => {
        if (sealed === kind && !isWritten) {
          isWritten = true;
          await write();
        }
        return vault.seal(sealed, id, value);
      },
    },
  };
};
