import type { Profile } from "#domain/device/profile.ts";
import { ok, type Result } from "#domain/result.ts";
import type { FindError, Kept, SaveError } from "#sealing/records/privateRecords.ts";
import { findProfile, saveProfile } from "#sealing/records/profile.ts";
import type { PrivateDeps } from "#sealing/vault/sealingDeps.ts";

export type ProfileWriter = {
  /** The profile with `part` in it at once, and what became of writing it. */
  readonly write: (part: Partial<Profile>) => {
    readonly profile: Profile;
    readonly writing: Promise<Result<void, SaveError | FindError>>;
  };
  /** When all that was typed so far is written, or known not to be. */
  readonly written: () => Promise<unknown>;
};

/**
 * Writes what is typed, one change after the other. Where another window has written meanwhile, what
 * was typed here goes into what is there now: no window takes back another's fields.
 */
export const createProfileWriter = (deps: PrivateDeps, found: Kept<Profile>): ProfileWriter => {
  let shown = found.value;
  let base = found;
  let typed: Partial<Profile> = {};
  let last: Promise<unknown> = Promise.resolve();
  const save = async (): Promise<Result<void, SaveError | FindError>> => {
    const value = { ...base.value, ...typed };
    const saved = await saveProfile(deps, value, base.rev);
    if (!saved.ok) return saved;
    base = { value, rev: saved.value };
    return ok(undefined);
  };
  const saveOverNewest = async (): Promise<Result<void, SaveError | FindError>> => {
    const saved = await save();
    if (saved.ok || saved.error.type !== "privateChanged") return saved;
    const newest = await findProfile(deps);
    if (!newest.ok) return newest;
    base = newest.value;
    return save();
  };
  return {
    write: (part) => {
      typed = { ...typed, ...part };
      shown = { ...shown, ...part };
      const writing = last.then(saveOverNewest);
      last = writing;
      return { profile: shown, writing };
    },
    written: () => last,
  };
};
