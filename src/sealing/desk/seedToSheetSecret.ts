import type { SheetSecret } from "./sheetWords.ts";

/** The age identity that 32 bytes are, and its recipient. */
export const seedToSheetSecret = async (seed: Uint8Array): Promise<SheetSecret> => {
  const { seedToSealingKeys } = await import("#sealing/age/age.ts");
  const { identity, recipient } = await seedToSealingKeys(seed);
  return { identity, sealingKey: recipient };
};
