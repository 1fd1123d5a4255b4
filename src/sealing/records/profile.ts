import { emptyProfile, type Profile } from "#domain/device/profile.ts";
import { ok, type Result } from "#domain/result.ts";
import type { PrivateDeps } from "#sealing/vault/useSealing.ts";
import { createPrivateRecords, type FindError, type Kept } from "./privateRecords.ts";

/** One person uses a device. */
const id = "own";
const records = createPrivateRecords<Profile>("profile", () => ({ id, desk: null }));

/** Who uses this device; empty, with revision 0, before anything was written. */
export const findProfile = async (deps: PrivateDeps): Promise<Result<Kept<Profile>, FindError>> => {
  const found = await records.find(deps, id);
  return found.ok ? ok(found.value ?? { value: emptyProfile, rev: 0 }) : found;
};

export const saveProfile = records.save;
